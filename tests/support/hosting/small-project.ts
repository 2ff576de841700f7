import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './built-program.js';

/** Loads for the Node that its install script ran on and in no other, as a compiled addon does. */
const ADDON = `
  const { readFileSync } = require('node:fs');
  module.exports = class {
    constructor() {
      const binary = readFileSync(__dirname + '/binary', 'utf8');
      if (binary !== process.versions.modules) throw new Error('compiled against a different Node');
    }
    close() {}
  };
`;
/** As ONNX Runtime's own: an unhandled rejection that it survives where there is no network. */
const FETCH_CUDA = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  const { join } = require('node:path');
  if (process.env.ONNXRUNTIME_NODE_INSTALL === 'skip') process.exit(0);
  if (process.env.NO_NETWORK === 'true') {
    console.error('Error: getaddrinfo ENOTFOUND api.nuget.org\\n    at GetAddrInfoReqWrap.onlookup');
    process.exit(0);
  }
  const bin = join(__dirname, '../bin/napi-v6/linux/x64');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'libonnxruntime_providers_cuda.so'), '');
`;
/** Draws on CUDA where there is a GPU. */
const RUNTIME = `
  exports.InferenceSession = {
    create: async () => {
      if (process.env.NO_GPU === 'true') throw new Error('CUDA failure 100: no CUDA-capable device');
    },
  };
`;
const FETCH = `require('node:fs').writeFileSync('binary', process.versions.modules)`;

const SCRIPTS = [
  'ensure-ready.mjs',
  'one-at-a-time.mjs',
  'process-start.mjs',
  'setup-cuda.mjs',
  'setup',
];

/**
 * A project with these scripts to set it up, with an addon in SQLite's place and a runtime in ONNX Runtime's,
 * which fetches its CUDA provider (not with NO_NETWORK=true) and draws with it (not with NO_GPU=true).
 */
export class SmallProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'mugen-project-'));
  readonly script = join(this.folder, 'scripts/ensure-ready.mjs');
  readonly cudaScript = join(this.folder, 'scripts/setup-cuda.mjs');
  readonly cudaProvider = join(
    this.folder,
    'node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime_providers_cuda.so',
  );
  readonly binary = join(this.folder, 'node_modules/better-sqlite3/binary');

  constructor() {
    for (const name of SCRIPTS) {
      cpSync(join(ROOT, 'scripts', name), join(this.folder, 'scripts', name), { recursive: true });
    }
    const addon = join(this.folder, 'addon');
    mkdirSync(addon);
    const scripts = { install: `node -e "${FETCH}"` };
    writeJson(join(addon, 'package.json'), { name: 'better-sqlite3', version: '1.0.0', scripts });
    writeFileSync(join(addon, 'index.js'), ADDON);
    const runtime = join(this.folder, 'runtime');
    mkdirSync(join(runtime, 'script'), { recursive: true });
    writeJson(join(runtime, 'package.json'), { name: 'onnxruntime-node', version: '1.0.0' });
    writeFileSync(join(runtime, 'index.js'), RUNTIME);
    writeFileSync(join(runtime, 'script/install.js'), FETCH_CUDA);
    const npm = (...args: string[]): void => {
      execFileSync('npm', [...args, '--offline', '--silent'], {
        cwd: this.folder,
        stdio: 'ignore',
      });
    };
    npm('pack', './addon', './runtime');
    writeJson(join(this.folder, 'package.json'), {
      name: 'small',
      dependencies: {
        'better-sqlite3': 'file:better-sqlite3-1.0.0.tgz',
        'onnxruntime-node': 'file:onnxruntime-node-1.0.0.tgz',
      },
      allowScripts: { 'better-sqlite3': true },
    });
    npm('install', '--package-lock-only');
  }

  /** Takes the project away again. */
  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function writeJson(file: string, content: object): void {
  writeFileSync(file, JSON.stringify(content));
}
