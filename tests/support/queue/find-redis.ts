import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a Redis server is installed; undefined where none is. */
export function findRedis(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, 'redis-server')).find((file) => existsSync(file));
}
