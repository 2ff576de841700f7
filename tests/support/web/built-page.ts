import { fileURLToPath } from 'node:url';

/** The folder of the page, which `npm test` has built. */
export const BUILT_PAGE = fileURLToPath(new URL('../../../dist/bots/web/page', import.meta.url));
