/**
 * The part of a model's semantic version that says how z and φ are laid out: the major version, before
 * 1.0.0 the minor one too. Models that agree in it read each other's portraits and draw a relative.
 */
export function layoutVersion(version: string): string {
  const [major = '', minor = ''] = version.split('.');
  return major === '0' ? `0.${minor}` : major;
}

/** One name for all versions of a model that share a layout, such as `faces-256 1`. */
export function layoutKey({
  id,
  version,
}: {
  readonly id: string;
  readonly version: string;
}): string {
  return `${id} ${layoutVersion(version)}`;
}
