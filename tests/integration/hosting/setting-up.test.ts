import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { finish, type CommandOptions } from '../../support/hosting/built-program.js';
import { SmallProject } from '../../support/hosting/small-project.js';

describe('setting a clone up', { timeout: 240_000 }, () => {
  let project: SmallProject;
  beforeAll(() => {
    project = new SmallProject();
  });
  afterAll(() => project.remove());

  const setUp = (options: CommandOptions = {}) =>
    finish(process.execPath, [project.script, 'install'], options);
  const forget = (): void =>
    rmSync(join(project.folder, 'node_modules'), { recursive: true, force: true });

  it('installs what is missing, and then has nothing to do', async () => {
    expect(await setUp()).toMatchObject({
      code: 0,
      said: expect.stringContaining('Installing') as string,
    });
    expect(await setUp()).toEqual({ code: 0, said: '' });
  });

  it('makes SQLite fit another version of Node', async () => {
    writeFileSync(project.binary, '1');
    writeFileSync(join(project.folder, 'node_modules/.cache/mugen/addon'), '1');
    const { code, said } = await setUp();
    expect([code, said]).toEqual([0, expect.stringContaining('Fetching SQLite’s addon')]);
    expect(readFileSync(project.binary, 'utf8')).toBe(process.versions.modules);
  });

  it('says in a sentence that npm runs no install scripts', async () => {
    forget();
    const { code, said } = await setUp({ env: { npm_config_ignore_scripts: 'true' } });
    expect(code).toBe(1);
    expect(said).toContain('npm rebuild better-sqlite3 --ignore-scripts=false');
    expect(said).not.toMatch(/^\s+at /m);
    const remedy = ['rebuild', 'better-sqlite3', '--ignore-scripts=false', '--offline'];
    execFileSync('npm', remedy, { cwd: project.folder, stdio: 'ignore' });
    expect(await setUp({ env: { npm_config_ignore_scripts: 'true' } })).toEqual({
      code: 0,
      said: '',
    });
  });

  it('keeps CUDA’s libraries over new packages, and warns aloud where it cannot', async () => {
    const setUpCuda = (env: Readonly<Record<string, string>> = {}) =>
      finish(process.execPath, [project.cudaScript], { env });
    const hasProvider = (): boolean => existsSync(project.cudaProvider);
    forget();
    await setUp();
    expect(hasProvider()).toBe(false);
    const unreached = await setUpCuda({ NO_NETWORK: 'true' });
    expect(unreached.code).toBe(1);
    expect(unreached.said).toContain('could not be fetched: it needs Linux or Windows on x64');
    expect(unreached.said).toContain('getaddrinfo ENOTFOUND');
    expect(unreached.said).not.toMatch(/^\s+at /m);
    expect((await setUpCuda()).said).toContain('ONNX Runtime draws on CUDA');
    expect(hasProvider()).toBe(true);
    const without = await setUpCuda({ NO_GPU: 'true' });
    expect([without.code, without.said]).toEqual([1, expect.stringContaining('nvidia-smi')]);

    forget();
    expect(await setUp()).toMatchObject({ code: 0 });
    expect(hasProvider()).toBe(true);
    forget();
    const { code, said } = await setUp({ env: { NO_NETWORK: 'true' } });
    expect([code, said]).toEqual([0, expect.stringContaining('WARNING: ONNX Runtime’s CUDA')]);
    expect(said).toContain('until `npm run setup:cuda` succeeds');
    rmSync(join(project.folder, '.setup-cuda'));
  });

  it('needs no home', async () => {
    forget();
    const { code } = await setUp({ env: { HOME: '/nonexistent/home' } });
    expect(code).toBe(0);
    expect(existsSync('/nonexistent')).toBe(false);
  });

  it.each([
    ['is empty, since its owner died at once', ''],
    ['names a process whose number another has now', `${process.pid} 1`],
    ['was written by an older version, of a process that is gone', '999999999'],
  ])('does not wait for a lock that %s', async (_, content) => {
    forget();
    const lock = join(project.folder, '.setup.lock');
    writeFileSync(lock, content);
    expect((await setUp()).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });

  it('says in a sentence that the folder cannot be written', async () => {
    forget();
    chmodSync(project.folder, 0o555);
    const [file, ...args] = [...asNobody(), process.execPath, project.script, 'install'];
    const { code, said } = await finish(file, args);
    chmodSync(project.folder, 0o755);
    expect(code).toBe(1);
    expect(said).toContain('cannot be written');
    expect(said).not.toMatch(/^\s+at /m);
  });
});

/** Root may write everywhere. */
function asNobody(): string[] {
  return process.getuid?.() === 0 ? ['setpriv', '--reuid=65534', '--clear-groups'] : [];
}
