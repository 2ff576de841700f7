import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { describeWith } from '../../support/describe-with.js';
import { begin, ROOT } from '../../support/hosting/built-program.js';
import { needs } from '../../support/needs.js';

const unit = readFileSync(join(ROOT, 'deploy/mugen-gacha.service'), 'utf8');
const settingOf = (name: string): string => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1] ?? '';

const folder = mkdtempSync(join(tmpdir(), 'mugen-unit-'));
chmodSync(folder, 0o755);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeWith(needs.systemd, 'the unit for systemd', { timeout: 60_000 }, () => {
  it('is one that systemd takes', () => {
    const copy = join(folder, 'mugen-gacha.service');
    const node = settingOf('ExecStart').split(' ')[0] ?? '';
    writeFileSync(copy, existsSync(node) ? unit : unit.replaceAll(node, process.execPath));
    const said = execFileSync('systemd-analyze', ['verify', '--recursive-errors=no', copy], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect(said).toBe('');
  });
});

describe('the unit for systemd in docs/operating.md', () => {
  it('is the one that is tried here', () => {
    expect(readFileSync(join(ROOT, 'docs/operating.md'), 'utf8')).toContain(
      `\`\`\`ini\n${unit}\`\`\``,
    );
  });
});

/** The machine as ProtectSystem=strict, PrivateTmp, ReadWritePaths and User= leave it. */
const NAMESPACE = `
  set -eu
  mount -t tmpfs -o mode=755 tmpfs /srv
  mkdir -p /srv/mugen-gacha/data /srv/mugen-gacha/current
  mount --bind "$1" /srv/mugen-gacha/current
  chown 65534 /srv/mugen-gacha/data
  mount -t tmpfs tmpfs /tmp
  mount --bind /srv/mugen-gacha/data /srv/mugen-gacha/data
  mount -o remount,bind,ro /srv/mugen-gacha/current
  mount -o remount,bind,ro /srv
  mount -o remount,bind,rw /srv/mugen-gacha/data
  mount -o remount,bind,ro /
  cd "$2"
  shift 2
  exec setpriv --reuid=65534 --regid=65534 --clear-groups --no-new-privs "$@"
`;

describeWith(
  needs.mounting,
  'the unit’s program, on a machine that it may not write to',
  { timeout: 240_000 },
  () => {
    it('draws, keeps its database where it may, and stops in order', async () => {
      const script = join(folder, 'namespace.sh');
      writeFileSync(script, NAMESPACE);
      const [, ...args] = settingOf('ExecStart').split(' ');
      const unshare = [
        '--mount',
        '--propagation',
        'private',
        'sh',
        script,
        ROOT,
        settingOf('WorkingDirectory'),
      ];
      const env = { PORT: '0', MUGEN_MODELS: '', MUGEN_MODEL: '' };
      const service = begin('unshare', [...unshare, process.execPath, ...args], { env });
      const log = await service.until('ready at');
      const address = /ready at (http:\/\/127\.0\.0\.1:\d+)/.exec(log)?.[1] ?? '';
      const pull = await fetch(`${address}/api/do/say`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: '/gacha blonde blue-eyes' }),
      });
      expect(await pull.text()).toContain('blonde hair, blue eyes');
      service.child.kill('SIGTERM');
      expect(await service.ended).toEqual({ code: 0, signal: null });
      expect(service.said()).not.toMatch(/EROFS|EACCES/);
    });
  },
);
