/**
 * Installs, generates and builds what is missing or stale, and nothing else; quick when all is fresh.
 * Runs before `npm start`, `npm test` and the command-line tools, so that a fresh clone needs no other
 * step. Uses no dependency, since it runs before there are any, and writes to stderr only.
 *
 *   node scripts/ensure-ready.mjs [--force] [install] [generate] [build] [page]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { takeTurn } from './one-at-a-time.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMPS = 'node_modules/.cache/mugen';
const PAGE = 'src/bots/web/page';
const PAGE_OUT = 'dist/bots/web/page';

const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const isForced = process.argv.includes('--force');

const bin = (tool) => join('node_modules', '.bin', tool);

/** Runs a command with its output on stderr; ends this process when it fails. */
function run(what, command, env = {}) {
  console.error(`${what} …`);
  // stdin stays with the command that follows (`npm run -s parse -- --stdin`).
  const result = spawnSync(command, {
    shell: true,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
  if (result.status === 0) return;
  console.error(`${what} failed: "${command}" ended with ${result.status ?? result.signal}.`);
  process.exit(1);
}

/** Files below a folder (or the file itself), without generated ones. */
function filesIn(path) {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'generated') return [];
    return entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)];
  });
}

/** True when any source is newer than the step's last success, or its output is gone. */
function isStale(step, sources, output) {
  const stamp = join(STAMPS, step);
  if (isForced || !existsSync(stamp) || !existsSync(output)) return true;
  const since = statSync(stamp).mtimeMs;
  return sources.some((file) => statSync(file).mtimeMs > since);
}

/** Runs the work, then marks the step with the time at which it began. */
function runStep(step, work) {
  const began = new Date();
  work();
  mkdirSync(STAMPS, { recursive: true });
  writeFileSync(join(STAMPS, step), began.toISOString());
}

/** True when what node_modules holds is what the lock names (optional packages may be missing). */
function isInstalled() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || installed[path]?.version === version,
  );
}

function install() {
  if (isInstalled()) return;
  // `npm run setup:cuda` fetches ONNX Runtime's CUDA provider for those who want it.
  const env = { ONNXRUNTIME_NODE_INSTALL: process.env.ONNXRUNTIME_NODE_INSTALL ?? 'skip' };
  // Node's own headers, where they lie beside it, spare their download if SQLite must be compiled.
  const prefix = dirname(dirname(process.execPath));
  if (existsSync(join(prefix, 'include/node/node.h'))) env.npm_config_nodedir = prefix;
  run('Installing packages', 'npm ci --include=dev --no-audit --no-fund --loglevel=error', env);
}

function generate() {
  const sources = filesIn('prisma').filter((file) => /\.(prisma|mjs)$/.test(file));
  const inputs = [...sources, 'package-lock.json'];
  if (sources.length === 0 || !isStale('generate', inputs, 'src/storage/generated')) return;
  runStep('generate', () => run('Generating the database clients', 'node prisma/generate.mjs'));
}

function build() {
  const sources = filesIn('src').filter((file) => !file.startsWith(join(PAGE, '/')));
  const inputs = [...sources, 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'];
  if (!isStale('build', [...inputs, join(STAMPS, 'generate')].filter(existsSync), 'dist')) return;
  runStep('build', () => {
    run('Compiling', `${bin('tsc')} -p tsconfig.build.json`);
    for (const file of sources.filter((name) => !/\.tsx?$/.test(name))) {
      cpSync(file, file.replace('src', 'dist'));
    }
  });
}

function page() {
  const sources = filesIn(PAGE);
  if (!existsSync(join(PAGE, 'index.html'))) return;
  const inputs = [...sources, 'vite.config.ts', 'package-lock.json'];
  if (!isStale('page', inputs, PAGE_OUT)) return;
  runStep('page', () => run('Building the page', `${bin('vite')} build --logLevel warn`));
}

process.chdir(ROOT);
takeTurn(
  join(tmpdir(), `mugen-gacha-${createHash('sha1').update(ROOT).digest('hex').slice(0, 12)}.lock`),
);
if (isForced && wanted.length === 0) rmSync('dist', { recursive: true, force: true });
for (const [name, step] of Object.entries({ install, generate, build, page })) {
  if (wanted.length === 0 || wanted.includes(name)) step();
}
