import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { KNOWN_NAMES, loadSettings } from '../../../src/config/env.js';
import { describeWith } from '../../support/describe-with.js';
import { begin, finish, ROOT, succeed } from '../../support/hosting/built-program.js';
import { needs } from '../../support/needs.js';

const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const dockerfile = read('Dockerfile').replaceAll('\\\n', '');
const instruction = (name: string): string =>
  new RegExp(`^\\s*${name} (.*)$`, 'm').exec(dockerfile)?.[1]?.trim() ?? '';
const listed = (name: string): string[] => JSON.parse(instruction(name)) as string[];
const image = Object.fromEntries(
  instruction('ENV')
    .split(' ')
    .map((pair) => pair.split(/=(.*)/).slice(0, 2) as [string, string]),
);

const folder = mkdtempSync(join(tmpdir(), 'mugen-container-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the image', { timeout: 240_000 }, () => {
  it('has settings that the program takes, and no other', () => {
    const { NODE_ENV, ...settings } = image;
    expect(NODE_ENV).toBe('production');
    expect(Object.keys(settings).filter((name) => !KNOWN_NAMES.includes(name))).toEqual([]);
    expect(() => loadSettings(settings)).not.toThrow();
  });

  it('is built from no more than what .dockerignore lets through', async () => {
    const context = join(folder, 'context');
    for (const name of [...read('.dockerignore').matchAll(/^!(.+)$/gm)].map(
      ([, path = '']) => path,
    )) {
      const filter = (source: string): boolean => !/[\\/](generated|dist)$/.test(source);
      cpSync(join(ROOT, name), join(context, name), { recursive: true, filter });
    }
    // In the image npm fetches them anew.
    symlinkSync(join(ROOT, 'node_modules'), join(context, 'node_modules'));
    await succeed('node', ['prisma/generate.mjs'], { cwd: context });
    await succeed('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json'], { cwd: context });
    expect(existsSync(join(context, 'dist/app/main.js'))).toBe(true);
  });
});

/** The machine as `docker run --read-only --tmpfs /tmp -v …:/data` leaves it. */
const NAMESPACE = `
  set -eu
  mount -t tmpfs -o mode=755 tmpfs /mnt
  mkdir /mnt/app /mnt/data
  mount --bind "$1" /mnt/app
  mount -t tmpfs -o uid=1000,gid=1000 tmpfs /mnt/data
  mount -t tmpfs -o mode=1777 tmpfs /tmp
  mount -o remount,bind,ro /mnt/app
  mount -o remount,bind,ro /mnt
  mount -o remount,bind,ro /
  cd /mnt/app
  shift
  exec setpriv --reuid=1000 --regid=1000 --clear-groups --no-new-privs "$@"
`;

describeWith(
  needs.mounting,
  'the image’s program, as its user and without a place to write',
  { timeout: 240_000 },
  () => {
    it('is healthy, draws, and stops in order', async () => {
      const script = join(folder, 'namespace.sh');
      writeFileSync(script, NAMESPACE);
      const [node = '', ...flags] = listed('ENTRYPOINT');
      expect(node).toBe('node');
      const command = [process.execPath, ...flags, ...listed('CMD')];
      const unshare = ['--mount', '--propagation', 'private', 'sh', script, ROOT];
      const own = { PORT: '0', HOST: '127.0.0.1', DATABASE_URL: 'file:/mnt/data/mugen.db' };
      // The repository as the namespace sees it: its own path may be hidden there.
      const models = { MUGEN_MODELS: '/mnt/app/tests/fixtures' };
      const env = { ...image, ...own, ...models, OPERATIONS_PORT: '0' };
      const program = begin('unshare', [...unshare, ...command], { env });
      const log = await program.until('ready at');
      const [, page = ''] = /ready at (http:\/\/127\.0\.0\.1:\d+)/.exec(log) ?? [];
      const [, watched = ''] = /watched at http:\/\/127\.0\.0\.1:(\d+)/.exec(log) ?? [];
      const [, check = ''] = /^HEALTHCHECK .* CMD (\[.*\])$/m.exec(dockerfile) ?? [];
      const [, ...checkArgs] = JSON.parse(check) as string[];
      const health = (port: string) =>
        finish(process.execPath, checkArgs, { env: { OPERATIONS_PORT: port } });
      expect(await health(watched)).toEqual({ code: 0, said: '' });
      const pull = await fetch(`${page}/api/do/say`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: '/gacha blonde blue-eyes' }),
      });
      expect(await pull.text()).toContain('blonde hair, blue eyes');
      program.child.kill('SIGTERM');
      expect(await program.ended).toEqual({ code: 0, signal: null });
      expect(await health(watched)).toEqual({ code: 1, said: '' });
    });
  },
);

describe('compose.yaml', () => {
  it('is YAML, and names settings and secrets that there are', () => {
    const script = `
      const { parse } = require('yaml');
      const { readFileSync } = require('node:fs');
      console.log(JSON.stringify(parse(readFileSync('compose.yaml', 'utf8'), { merge: true })));`;
    const { services, secrets } = JSON.parse(
      execFileSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' }),
    ) as {
      services: Record<string, { environment?: Record<string, string>; secrets?: string[] }>;
      secrets: Record<string, unknown>;
    };
    for (const name of ['bot', 'worker']) {
      const { environment = {}, secrets: own = [] } = services[name] ?? {};
      expect(Object.keys(environment).filter((setting) => !KNOWN_NAMES.includes(setting))).toEqual(
        [],
      );
      expect(own.filter((secret) => !(secret in secrets))).toEqual([]);
    }
  });
});
