/** Lets one process at a time install or build, however many are started at once. Uses no dependency. */
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { ownerOfMark, processMark } from './process-start.mjs';

const LOOK_AGAIN_MS = 200;
/** A lock is empty for an instant, until its owner has written its mark. */
const EMPTY_MS = 2000;

/** Whose the lock is; undefined for one that nobody holds (any more). */
function ownerOf(path) {
  try {
    const text = readFileSync(path, 'utf8');
    const isFresh = text === '' && Date.now() - statSync(path).mtimeMs < EMPTY_MS;
    return isFresh ? 'another' : ownerOfMark(text);
  } catch {
    return undefined;
  }
}

function tryToTake(path) {
  try {
    writeFileSync(path, processMark(), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Waits for the lock file at `path`, and gives it back when this process ends. One whose owner died
 * is taken over, also where another process has its number now.
 */
export function takeTurn(path) {
  let isTold = false;
  while (!tryToTake(path)) {
    const owner = ownerOf(path);
    if (owner === undefined) {
      rmSync(path, { force: true });
      continue;
    }
    if (!isTold) console.error(`Waiting for process ${owner} to finish installing (${path}) …`);
    isTold = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, LOOK_AGAIN_MS);
  }
  process.once('exit', () => rmSync(path, { force: true }));
}
