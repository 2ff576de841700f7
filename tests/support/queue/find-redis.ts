import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path of the installed Redis server; undefined if there is none. */
export function findRedis(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'redis-server')).find((file) => existsSync(file));
}
