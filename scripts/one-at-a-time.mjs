/** Lets one process at a time install or build, however many are started at once. Uses no dependency. */
import { openSync, readFileSync, rmSync, writeSync } from 'node:fs';

const LOOK_AGAIN_MS = 200;

/** Whose the lock is; undefined for one that is gone or not written yet. */
function ownerOf(path) {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function tryToTake(path) {
  try {
    writeSync(openSync(path, 'wx'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Waits for the lock file at `path`, and gives it back when this process ends. One whose owner died
 * is taken over.
 */
export function takeTurn(path) {
  let isTold = false;
  while (!tryToTake(path)) {
    const owner = ownerOf(path);
    if (owner !== undefined && !isAlive(owner)) {
      rmSync(path, { force: true });
      continue;
    }
    if (!isTold)
      console.error(`Waiting for process ${owner ?? ''} to finish installing (${path}) …`);
    isTold = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
  }
  process.once('exit', () => rmSync(path, { force: true }));
}
