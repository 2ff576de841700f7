/** Tells one process from a later one that was given the same number. Uses no dependency. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** True when a process of this number runs, be it somebody else's. */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * When the process began, as its system writes it; empty where that cannot be told, undefined when
 * there is no such process.
 */
export function processStart(pid) {
  if (!isAlive(pid)) return undefined;
  if (process.platform === 'win32') return '';
  if (process.platform !== 'linux') {
    return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    }).stdout.trim();
  }
  try {
    // Ticks since the machine began: the 22nd field, of which the 2nd may hold spaces and brackets.
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[19] ?? '';
  } catch {
    return undefined;
  }
}

/** `PID START`, to be written down and asked about later. */
export function processMark(pid = process.pid) {
  return `${pid} ${processStart(pid) ?? ''}`;
}

/** The process that wrote this mark, while it still runs; undefined for any other text. */
export function ownerOfMark(text) {
  const [, digits, start] = /^(\d+) (.*)$/s.exec(text.trimEnd() + ' ') ?? [];
  const pid = Number(digits);
  if (!(pid > 0)) return undefined;
  const now = processStart(pid);
  const isSame = now !== undefined && (start.trim() === '' || now === '' || now === start.trim());
  return isSame ? pid : undefined;
}
