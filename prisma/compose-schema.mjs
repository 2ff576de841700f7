import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** The databases that the models are written for. */
export const PROVIDERS = Object.freeze(['sqlite', 'postgresql']);

/** A provider's whole schema: its header, then the models. */
export function composeSchema(provider) {
  const parts = [`${provider}.prisma`, 'models.prisma'];
  return parts.map((file) => readFileSync(join(FOLDER, file), 'utf8')).join('\n');
}

/** Writes the schema where Prisma's own tools read it (not committed) and gives the path. */
export function writeSchema(provider) {
  const folder = join(FOLDER, 'generated');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${provider}.prisma`);
  writeFileSync(path, composeSchema(provider));
  return path;
}
