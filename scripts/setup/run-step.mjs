/** How a step of setting up is run, and how it ends when it cannot be. Uses no dependency. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder in which the steps note when they last succeeded, below the repository. */
export const STAMPS = 'node_modules/.cache/mugen';

/** Ends this process with a sentence that says what to do. */
export function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Runs a command with its output on standard error; says whether it succeeded. */
export function succeeds(command, env = {}) {
  // stdin stays with the command that follows (`npm run -s parse -- --stdin`).
  const options = { shell: true, stdio: ['ignore', 2, 2], env: { ...process.env, ...env } };
  return spawnSync(command, options).status === 0;
}

/** Runs a command with its output on standard error; ends this process when it fails. */
export function run(what, command, env = {}) {
  console.error(`${what} …`);
  if (!succeeds(command, env)) giveUp(`${what} failed: "${command}" says why, above.`);
}

/** Files below a folder (or the file itself), without generated ones. */
export function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'generated') return [];
    return entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)];
  });
}

/** True when any source is newer than the step's last success, or its output is gone. */
export function isStale(step, sources, output) {
  const last = join(STAMPS, step);
  if (!existsSync(last) || !existsSync(output)) return true;
  const since = statSync(last).mtimeMs;
  return sources.some((file) => statSync(file).mtimeMs > since);
}

/** Runs the work, then marks the step with the time at which it began. */
export function stamp(step, work) {
  const began = new Date();
  work();
  writeStamp(step, began.toISOString());
}

/** Writes a new file: a copy of node_modules may hold the old one by a hard link. */
export function writeStamp(step, content) {
  mkdirSync(STAMPS, { recursive: true });
  rmSync(join(STAMPS, step), { force: true });
  writeFileSync(join(STAMPS, step), content);
}
