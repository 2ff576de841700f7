/** Detects a program that runs from this folder, so that its files are not replaced under it. */
import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ownerOfMark } from '../process-start.mjs';
import { STAMPS } from './run-step.mjs';

/** Each program that runs from dist/ leaves its mark here (src/app/running-mark.ts). */
const MARKS = join(STAMPS, 'running');

/** Process numbers of what runs from dist/; marks of what was killed are cleared away. */
export function runningProcesses() {
  if (!existsSync(MARKS)) return [];
  return readdirSync(MARKS).flatMap((name) => {
    const file = join(MARKS, name);
    const owner = ownerOfMark(readFileSync(file, 'utf8'));
    if (owner === undefined) rmSync(file, { force: true });
    return owner ?? [];
  });
}
