/** Packages: whether all are there, and how they get there. Uses no dependency. */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fetchCudaProvider, hasCudaProvider, isCudaWanted } from './cuda.mjs';
import { giveUp, run, STAMPS, succeeds, writeStamp } from './run-step.mjs';

const ADDON = 'better-sqlite3';
/** For which Node the addon was last seen to work. */
const ADDON_STAMP = join(STAMPS, 'addon');

/** New packages take along what `npm run setup:cuda` had fetched into them. */
function fetchAgain() {
  if (fetchCudaProvider()) return;
  console.error(
    'WARNING: ONNX Runtime’s CUDA provider is gone with the old packages and could not be fetched again: ' +
      'INFERENCE_DEVICE=auto draws on the CPU until `npm run setup:cuda` succeeds.',
  );
}

/** True when node_modules holds what the lock names (optional packages may be missing), for this Node. */
export function isInstalled() {
  return hasPackages() && (!hasAddon() || readStamp() === process.versions.modules);
}

/** Installs what is missing, and makes SQLite's addon fit this version of Node. */
export function install() {
  if (!hasPackages()) {
    // Fetched by `npm run setup:cuda` for those who want it: its failure would undo the whole install.
    const skipped = { ONNXRUNTIME_NODE_INSTALL: process.env.ONNXRUNTIME_NODE_INSTALL ?? 'skip' };
    const command = 'npm ci --include=dev --no-audit --no-fund --loglevel=error';
    run('Installing packages', command, { ...npmEnvironment(), ...skipped });
  }
  if (hasAddon()) mendAddon();
  if (isCudaWanted() && !hasCudaProvider()) fetchAgain();
  if (process.platform === 'win32') writeExec();
}

function hasPackages() {
  if (!existsSync('node_modules/.package-lock.json')) return false;
  const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
  const installed = packagesOf('node_modules/.package-lock.json');
  return Object.entries(packagesOf('package-lock.json')).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || optional || devOptional || installed[path]?.version === version,
  );
}

const hasAddon = () => existsSync(join('node_modules', ADDON));
const readStamp = () => (existsSync(ADDON_STAMP) ? readFileSync(ADDON_STAMP, 'utf8') : '');

/** Its binary is made for one version of Node (`process.versions.modules`) and loads in no other. */
function mendAddon() {
  if (!loads()) {
    if (ignoresScripts()) giveUp(withoutScripts());
    console.error(`Fetching SQLite’s addon for Node ${process.versions.node} …`);
    succeeds(`npm rebuild ${ADDON} --loglevel=error`, npmEnvironment());
    if (!loads()) giveUp(cannotMend());
  }
  writeStamp('addon', process.versions.modules);
}

function loads() {
  const script = `new (require(${JSON.stringify(ADDON)}))(':memory:').close()`;
  return spawnSync(process.execPath, ['-e', script], { stdio: 'ignore' }).status === 0;
}

function ignoresScripts() {
  const command = 'npm config get ignore-scripts';
  return execFileSync(command, { shell: true, encoding: 'utf8' }).trim() === 'true';
}

const withoutScripts = () =>
  `npm is set to run no install scripts (ignore-scripts=true), and SQLite’s addon is fetched by one. ` +
  `Allow that one: npm rebuild ${ADDON} --ignore-scripts=false`;

const cannotMend = () =>
  `SQLite’s addon could not be fetched for Node ${process.versions.node}, nor compiled. ` +
  `Install a C++ compiler, make and Python and try again, or use Node 22 or 24.`;

/** A user without a home has no place for npm's cache either. */
function npmEnvironment() {
  // Node's own headers, where they lie beside it, spare their download if SQLite must be compiled.
  const prefix = dirname(dirname(process.execPath));
  const isThere = existsSync(join(prefix, 'include/node/node.h'));
  return {
    ...(isThere ? { npm_config_nodedir: prefix } : {}),
    ...(hasHome() ? {} : { npm_config_cache: resolve('.npm'), HOME: resolve('.npm') }),
  };
}

function hasHome() {
  try {
    accessSync(homedir(), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** `npm start` is `exec node …`, so that the program gets npm's signals; Windows has no such word. */
function writeExec() {
  writeFileSync('node_modules/.bin/exec.cmd', '@%*\r\n');
}
