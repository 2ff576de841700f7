/**
 * Puts what runs, and nothing that only builds, into a folder of its own: `npm run build:production`.
 * It is for this machine's system, processor and version of Node. Nothing is downloaded.
 *
 *   npm run build:production [-- FOLDER] [--tfjs]
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { lstatSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { findProductionPackages } from './setup/production-packages.mjs';
import { isLeftOut } from './setup/left-out.mjs';
import { giveUp } from './setup/run-step.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const USAGE = `Builds a folder that runs by itself, without what only builds: node_modules, program and models.

Usage:
  npm run build:production [-- FOLDER] [--tfjs]

  FOLDER   where to; it must not be there yet (default: production)
  --tfjs   with TensorFlow.js, for INFERENCE_RUNTIME=tfjs
  --help   this text`;

const OWN = ['dist', 'models', 'prisma/migrations', 'LICENSE', '.env.example'];

function readCommand() {
  const options = { tfjs: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } };
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return giveUp(`${error.message}\n\n${USAGE}`);
  }
}

function copy(path, target) {
  const filter = (source) => !isLeftOut(relative(ROOT, source));
  cpSync(join(ROOT, path), join(target, path), { recursive: true, filter });
}

/** The scripts that are there without a clone around them. */
function writePackage(target) {
  const all = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const { name, version, license, type, engines, dependencies, scripts } = all;
  const kept = Object.fromEntries(
    ['start', 'worker', 'db'].map((script) => [script, scripts[script].replace(/^.*&& /, '')]),
  );
  const own = { name, version, private: true, license, type, engines, scripts: kept, dependencies };
  writeFileSync(join(target, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
}

/** Bytes of all files. */
function sizeOf(path) {
  const stat = lstatSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

const { values, positionals } = readCommand();
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}
const target = resolve(positionals[0] ?? join(ROOT, 'production'));
if (existsSync(target)) giveUp(`${target} is there already: name another folder, or remove it.`);

// Beside, and then in its place at once: a copy that was cut off is never taken for a whole one.
const partial = `${target}.partial`;
rmSync(partial, { recursive: true, force: true });
mkdirSync(partial, { recursive: true });
for (const path of OWN) copy(path, partial);
for (const path of findProductionPackages(ROOT, { withTfjs: values.tfjs })) copy(path, partial);
writePackage(partial);
renameSync(partial, target);
console.log(`${target}: ${Math.round(sizeOf(target) / 1e6)} MB`);
