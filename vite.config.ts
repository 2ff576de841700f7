import { defineConfig } from 'vite';

/** The local page: plain files that the web front end serves from `dist/bots/web/page`. */
// oxlint-disable-next-line import/no-default-export -- Vite reads the default export
export default defineConfig({
  root: 'src/bots/web/page',
  base: './',
  build: { outDir: '../../../../dist/bots/web/page', emptyOutDir: true },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
