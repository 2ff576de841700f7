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
const FETCH = `require('node:fs').writeFileSync('binary', process.versions.modules)`;

/** A project with these scripts to set it up, whose one package is an addon in SQLite's place. */
export class SmallProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'mugen-project-'));
  readonly script = join(this.folder, 'scripts/ensure-ready.mjs');
  readonly binary = join(this.folder, 'node_modules/better-sqlite3/binary');

  constructor() {
    for (const name of ['ensure-ready.mjs', 'one-at-a-time.mjs', 'process-start.mjs', 'setup']) {
      cpSync(join(ROOT, 'scripts', name), join(this.folder, 'scripts', name), { recursive: true });
    }
    const addon = join(this.folder, 'addon');
    mkdirSync(addon);
    const scripts = { install: `node -e "${FETCH}"` };
    writeJson(join(addon, 'package.json'), { name: 'better-sqlite3', version: '1.0.0', scripts });
    writeFileSync(join(addon, 'index.js'), ADDON);
    const npm = (...args: string[]): void => {
      execFileSync('npm', [...args, '--offline', '--silent'], {
        cwd: this.folder,
        stdio: 'ignore',
      });
    };
    npm('pack', './addon');
    writeJson(join(this.folder, 'package.json'), {
      name: 'small',
      dependencies: { 'better-sqlite3': 'file:better-sqlite3-1.0.0.tgz' },
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
