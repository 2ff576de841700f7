import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT, finish } from '../../support/hosting/built-program.js';

const folder = mkdtempSync(join(tmpdir(), 'mugen-release-'));
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
const release = () => finish('npm', ['version', 'minor'], { cwd: folder });

describe('npm version', { timeout: 120_000 }, () => {
  beforeAll(() => {
    for (const name of ['scripts/release.mjs', 'package-lock.json', '.npmrc']) {
      cpSync(join(ROOT, name), join(folder, name));
    }
    const { scripts, ...rest } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const { version } = scripts;
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ ...rest, version: '0.2.0', scripts: { version } }),
    );
    writeFileSync(
      join(folder, 'CHANGELOG.md'),
      '# Changelog\n\n## [Unreleased]\n\n- A new thing.\n\n## [0.2.0] - 2026-11-29\n\n- An old one.\n',
    );
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'tester');
    git('config', 'user.email', 'tester@example.com');
    git('add', '.');
    git('commit', '-qm', 'begin');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('dates what is unreleased, and tags the commit', async () => {
    const { code, said } = await release();
    expect([code, said]).toEqual([0, expect.stringContaining('v0.3.0') as string]);
    expect(read('CHANGELOG.md')).toMatch(
      /## \[Unreleased\]\n\n## \[0\.3\.0\] - \d{4}-\d\d-\d\d\n\n- A new thing\.\n\n## \[0\.2\.0\]/,
    );
    expect(git('cat-file', '-t', 'v0.3.0').trim()).toBe('tag');
    expect(git('status', '--porcelain')).toBe('');
    expect(git('show', '--name-only', '--format=', 'v0.3.0^{commit}')).toContain('CHANGELOG.md');
  });

  it('releases nothing of which the changelog says nothing', async () => {
    const { code, said } = await release();
    expect(code).not.toBe(0);
    expect(said).toContain('say there what changed');
    expect(git('tag')).toBe('v0.3.0\n');
  });
});
