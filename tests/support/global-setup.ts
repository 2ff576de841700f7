import { spawnSync } from 'node:child_process';
import type { TestProject } from 'vitest/node';
import { COMPILED } from './compiled.js';
import { tellMissing } from './needs.js';

/**
 * Runs once before the tests: they neither read a developer's own settings nor write log lines. What
 * it gives runs after them, and after whatever a reporter prints.
 */
export function setup(project: TestProject): () => void {
  const { env } = process;
  for (const name of ['DISCORD_TOKEN', 'TELEGRAM_TOKEN', 'DATABASE_URL']) {
    delete env[name];
  }
  env['TZ'] = 'UTC';
  env[COMPILED] ??= String(isCompiled());
  return () => tellWhatWasMissing(project);
}

function isCompiled(): boolean {
  const check = ['scripts/ensure-ready.mjs', '--check', 'build'];
  return spawnSync(process.execPath, check, { stdio: 'ignore' }).status === 0;
}

/** On standard error, since a reporter's standard output may be read by a program. */
function tellWhatWasMissing(project: TestProject): void {
  const modules = project.vitest.state.getTestModules();
  // Every project comes here; one of them tells for all.
  if (modules[0]?.project !== project) return;
  const wanted = project.vitest.getGlobalTestNamePattern() ?? /(?:)/;
  const tests = modules.flatMap(({ children, relativeModuleId: path }) =>
    [...children.allTests()].map(({ fullName }) => ({ fullName, path })),
  );
  // What `-t` matches: the names joined by spaces.
  const asked = tests.filter(({ fullName }) => wanted.test(fullName.replaceAll(' > ', ' ')));
  for (const line of tellMissing(asked)) process.stderr.write(`${line}\n`);
}
