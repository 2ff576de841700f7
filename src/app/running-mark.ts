import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The file that scripts/ensure-ready.mjs checks before it removes anything; only a clone has it. */
const STAMPS = new URL('../../node_modules/.cache/mugen/', import.meta.url);

/**
 * Says that this build runs, so that nobody builds over it meanwhile. Of no effect for sources under tsx,
 * which use no build, and where nothing may be written: there nobody builds either.
 *
 * @returns takes the mark away again
 */
export function leaveRunningMark(): () => void {
  const mark = fileURLToPath(new URL(`running/${process.pid}`, STAMPS));
  if (import.meta.url.endsWith('.ts') || !existsSync(STAMPS)) return () => undefined;
  try {
    mkdirSync(new URL('running/', STAMPS), { recursive: true });
    writeFileSync(mark, `${process.pid} ${readStart()}`);
  } catch {
    return () => undefined; // a folder that belongs to somebody else
  }
  return () => rmSync(mark, { force: true });
}

/** As scripts/process-start.mjs reads it: a later process of this number began at another tick. */
function readStart(): string {
  try {
    return readFileSync('/proc/self/stat', 'utf8').split(') ').at(-1)?.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
