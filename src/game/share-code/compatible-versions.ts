/** Enough of both for every release of one layout. */
const MOST_MINORS = 32;
const MOST_PATCHES = 16;

/**
 * The part of a model's semantic version that says how z and φ are laid out: the major version, before
 * 1.0.0 the minor one too. Models that agree in it read each other's portraits and draw a relative.
 */
export function layoutVersion(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '0' ? `0.${minor}` : major;
}

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
