import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, posix, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Messages } from '../../../../messages/messages.js';
import type { Language } from '../../../../game/people/person.js';
import type { WireBoot } from '../../wire.js';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

/** One file of the built page. */
export interface PageFile {
  readonly type: string;
  readonly bytes: Buffer;
  readonly gzipped: Buffer;
  /** Validator: the same bytes have the same. */
  readonly etag: string;
  /** Its name holds its hash, so that it never changes. */
  readonly isImmutable: boolean;
}

/**
 * Reads the built page into memory, by URL path. Only these files are ever served, so that no path a
 * visitor sends reaches the disk.
 * @throws when the page has not been built
 */
export function loadPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    entries
      .filter((entry) => entry.isFile() && TYPES[extname(entry.name)] !== undefined)
      .map((entry) => {
        const path = relative(folder, join(entry.parentPath, entry.name))
          .split(sep)
          .join(posix.sep);
        return [`/${path}`, loadPageFile(join(folder, path))] as const;
      }),
  );
}

function loadPageFile(path: string): PageFile {
  const bytes = readFileSync(path);
  return {
    type: TYPES[extname(path)] ?? 'application/octet-stream',
    bytes,
    gzipped: gzipSync(bytes),
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    isImmutable: /-[\w-]{8}\.\w+$/.test(path),
  };
}

/** The page with its language and sentences in it, so that it needs no second request for them. */
export function renderIndex(
  template: string,
  boot: WireBoot & { readonly language: Language },
  noscript: string,
): string {
  // `<` cannot stand in the block as it is: a sentence with `</script>` would end it.
  const json = JSON.stringify(boot).replaceAll('<', '\\u003c');
  return template
    .replace(/<html lang="[^"]*"/, () => `<html lang="${boot.language}"`)
    .replace('__NOSCRIPT__', () => noscript.replaceAll('<', '&lt;'))
    .replace('__BOOT__', () => json);
}

/** The namespaces that the page words things with itself. */
export function pageCatalogue(
  messages: Messages,
  language: Language,
): Readonly<Record<string, unknown>> {
  const namespaces = ['common', 'web', 'help'] as const;
  return Object.fromEntries(namespaces.map((name) => [name, messages.catalogue(language, name)]));
}
