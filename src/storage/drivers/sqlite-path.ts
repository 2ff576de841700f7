import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path of the file that `file:…`, or a path by itself, names. */
export function sqlitePath(url: string): string {
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.replace(/^file:/, ''));
}
