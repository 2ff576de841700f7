import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import type { Picture } from '../../src/game/portraits/portrait.js';
import { UsageError, type Terminal } from './terminal.js';

/** A tool's output file and its format. */
export interface Target {
  readonly file: string;
  readonly format: 'webp' | 'png' | 'gif';
}

/** @throws UsageError when the file's ending is none of the formats */
export function targetOf(
  { say }: Terminal,
  file: string,
  formats: readonly Target['format'][],
): Target {
  const ending = extname(file).slice(1).toLowerCase();
  const format = formats.find((known) => known === ending);
  if (format !== undefined) return { file, format };
  const extensions = formats.map((known) => `.${known}`).join(', ');
  throw new UsageError(say('badExtension', { file, extensions }));
}

/** `face.png` → `face-2.png`. */
export function numbered(file: string, number: number | string): string {
  const ending = extname(file);
  return `${file.slice(0, file.length - ending.length)}-${number}${ending}`;
}

/** @throws UsageError when it cannot be written there */
export async function savePicture(
  { say }: Terminal,
  file: string,
  { bytes }: Picture,
): Promise<void> {
  try {
    await writeFile(file, bytes);
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(say('notWritable', { file, reason }));
  }
}
