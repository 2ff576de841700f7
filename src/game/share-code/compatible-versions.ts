import { layoutVersion } from '../../inference/layout-version.js';

/** Enough of both for every release of one layout. */
const MOST_MINORS = 32;
const MOST_PATCHES = 16;

/** Every version that a portrait of this layout may name. */
export function compatibleVersions(version: string): readonly string[] {
  const layout = layoutVersion(version);
  const minors = layout.includes('.')
    ? [layout]
    : Array.from({ length: MOST_MINORS }, (_, minor) => `${layout}.${minor}`);
  return minors.flatMap((minor) =>
    Array.from({ length: MOST_PATCHES }, (_, patch) => `${minor}.${patch}`),
  );
}
