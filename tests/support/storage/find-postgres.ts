import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const HOMEBREW = ['/opt/homebrew/opt', '/usr/local/opt'];

/** The folder with PostgreSQL's programs, Debian's newest first; undefined where there is none. */
export function findPostgres(): string | undefined {
  const debian = list(DEBIAN).toSorted((a, b) => Number(b) - Number(a));
  // Homebrew keeps versions apart and puts most of them on no PATH.
  const homebrew = HOMEBREW.flatMap((folder) =>
    list(folder)
      .filter((name) => name.startsWith('postgresql'))
      .map((name) => join(folder, name, 'bin')),
  );
  const folders = [
    ...debian.map((version) => join(DEBIAN, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/local/bin',
    '/usr/bin',
    '/opt/homebrew/bin',
    ...homebrew,
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

function list(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}
