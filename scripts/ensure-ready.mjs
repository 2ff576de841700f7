/**
 * Installs, generates and builds what is missing or stale, and nothing else; quick when all is fresh.
 * `npm start`, `npm test` and the command-line tools begin with it, so that a fresh clone needs no other
 * step. Uses no dependency, since it runs before there are any, and writes to stderr only.
 *
 *   node scripts/ensure-ready.mjs [--force | --check] [install] [generate] [build] [page]
 *
 * With --check it does nothing: the exit status is 1 where something is missing or stale.
 */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeTurn } from './one-at-a-time.mjs';
import { install, isInstalled } from './setup/install.mjs';
import { filesIn, giveUp, isStale, run, stamp, STAMPS } from './setup/run-step.mjs';
import { runningProcesses } from './setup/running.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LOCK = '.setup.lock';
const PAGE = 'src/bots/web/page';
const PAGE_OUT = 'dist/bots/web/page';

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const isForced = process.argv.includes('--force');

const bin = (tool) => join('node_modules', '.bin', tool);
const programSources = () => filesIn('src').filter((file) => !file.startsWith(join(PAGE, '/')));

/** Ordered by dependency. */
const STEPS = {
  install: { isDue: () => !isInstalled(), work: install },
  generate: {
    isDue: () => {
      const sources = filesIn('prisma').filter((file) => /\.(prisma|mjs)$/.test(file));
      if (sources.length === 0) return false;
      const inputs = [...sources, 'package-lock.json'];
      return isForced || isStale('generate', inputs, 'src/storage/generated');
    },
    work: () =>
      stamp('generate', () => run('Generating the database clients', 'node prisma/generate.mjs')),
  },
  build: {
    isDue: () => {
      const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
      const inputs = [...programSources(), ...settings, join(STAMPS, 'generate')];
      return isForced || isStale('build', inputs.filter(existsSync), 'dist');
    },
    work: () => stamp('build', compile),
  },
  page: {
    isDue: () => {
      if (!existsSync(join(PAGE, 'index.html'))) return false;
      const inputs = [...filesIn(PAGE), 'vite.config.ts', 'package-lock.json'];
      return isForced || isStale('page', inputs, PAGE_OUT);
    },
    work: () =>
      stamp('page', () => run('Building the page', `${bin('vite')} build --logLevel warn`)),
  },
};

function compile() {
  run('Compiling', `${bin('tsc')} -p tsconfig.build.json`);
  for (const file of programSources().filter((name) => !/\.tsx?$/.test(name))) {
    cpSync(file, file.replace('src', 'dist'));
  }
}

/** A program whose files are taken away fails with the next pull, so it is stopped first. */
function expectNobodyRuns() {
  const [pid] = runningProcesses();
  if (pid === undefined) return;
  giveUp(
    `Something is to be installed or built, and process ${pid} runs from this folder: stop it first. ` +
      `To build while it runs: npm run build:production -- FOLDER (docs/operating.md).`,
  );
}

function takeTurnHere() {
  try {
    takeTurn(LOCK);
  } catch (error) {
    giveUp(
      `Something is to be installed or built, and ${ROOT} cannot be written (${error.code}): ` +
        `run \`npm run build\` as the user to whom it belongs.`,
    );
  }
}

process.chdir(ROOT);
const steps = Object.entries(STEPS)
  .filter(([name]) => wanted.length === 0 || wanted.includes(name))
  .map(([, step]) => step);
const isAnyDue = steps.some(({ isDue }) => isDue());
if (process.argv.includes('--check')) process.exit(isAnyDue ? 1 : 0);
if (isAnyDue) {
  expectNobodyRuns();
  takeTurnHere();
  if (isForced && wanted.length === 0) rmSync('dist', { recursive: true, force: true });
  // Asked again: another process may have done it meanwhile, and each step makes others due.
  for (const { isDue, work } of steps) if (isDue()) work();
}
