import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readRecipes } from '../../../src/imaging/read-recipes.js';
import { passedOn } from '../../support/imaging/sent-pictures.js';
import { runProgram, type Ended, type RunOptions } from '../../support/run-program.js';

const folder = mkdtempSync(join(tmpdir(), 'mugen-tools-'));
const at = (name: string): string => join(folder, name);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(tool: string, args: readonly string[], options?: RunOptions): Promise<Ended> {
  return runProgram(`scripts/${tool}.ts`, args, options).ended;
}

interface Drawn {
  readonly seed: number;
  readonly unknown: readonly object[];
  readonly portraits: readonly { readonly file: string; readonly code: string }[];
}

async function draw(...args: string[]): Promise<Drawn> {
  const { stdout } = await run('gacha', [...args, '--json']);
  return JSON.parse(stdout) as Drawn;
}

// Each starts a process and the model of its own, which takes its time on a busy machine.
const PATIENCE = { timeout: 240_000 };

describe('npm run gacha', PATIENCE, () => {
  it('writes a picture with its recipe inside, and says what it drew', async () => {
    const args = ['blonde', 'blue-eyes', '--seed', '7', '--out', at('face.png')];
    const { code, stdout } = await run('gacha', args);
    expect(code).toBe(0);
    expect(stdout).toContain('named: blonde hair, blue eyes');
    expect(await readRecipes(readFileSync(at('face.png')))).toMatchObject([{ seed: 7 }]);
  });

  it('draws the same face from the same seed, in numbered files when there are several', async () => {
    const args = ['red hair zorp', '--seed', '9', '--count', '3', '--size', '64'];
    const first = await draw(...args, '--out', at('a.webp'));
    const again = await draw(...args, '--out', at('b.webp'));
    expect(first.portraits.map(({ file }) => file)).toEqual(
      [1, 2, 3].map((n) => at(`a-${n}.webp`)),
    );
    expect(again.portraits.map(({ code }) => code)).toEqual(
      first.portraits.map(({ code }) => code),
    );
    expect(readFileSync(at('a-2.webp'))).toEqual(readFileSync(at('b-2.webp')));
    expect(first.unknown).toMatchObject([{ text: 'zorp' }]);
  });

  it.each([
    [['--dance'], 2, '--dance'],
    [['--count', 'many'], 1, '1 to 10'],
    [['--seed', '-1'], 2, '--seed'],
    [['--size', '128'], 2, '--size'],
    [['--out', 'face.bmp'], 2, '.png'],
    [['blonde', '--out', '/nowhere/face.png'], 2, 'ENOENT'],
    [['xyzzy plugh'], 1, 'blonde blue-eyes'],
  ])('says what is wrong with %j', async (args, expected, text) => {
    const { code, stdout, stderr } = await run('gacha', args);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toContain(text);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('helps in the language of the locale', async () => {
    const { code, stdout } = await run('gacha', ['--help'], { env: { LC_ALL: 'ja_JP.UTF-8' } });
    expect([code, stdout]).toEqual([0, expect.stringContaining('使い方')]);
  });
});

describe('npm run parse', PATIENCE, () => {
  it('shows what is understood', async () => {
    const { stdout } = await run('parse', ['金发碧眼']);
    expect(JSON.parse(stdout)).toMatchObject({
      attributes: { hair_color: { blonde: 1 } },
      canonical: { en: expect.stringContaining('blonde hair') as string },
    });
  });

  it('answers each line with one line', async () => {
    const input = [
      'blonde',
      '',
      '黒髪ロング 赤い目',
      'x'.repeat(30_000),
      'red hair\r',
      'last',
    ].join('\n');
    const { code, stdout } = await run('parse', ['--stdin'], { input });
    const lines = stdout.trimEnd().split('\n');
    expect([code, lines.length]).toEqual([0, 6]);
    const parsed = lines.map((line) => JSON.parse(line) as { attributes: object });
    expect(parsed.map(({ attributes }) => Object.keys(attributes).length)).toEqual([
      1, 0, 3, 0, 1, 0,
    ]);
  });

  it('gives the same four fields for a line, others only where they say something', async () => {
    const input = 'blonde blue-eyes\nred hair, no, blue hair and goggles\n';
    const { stdout } = await run('parse', ['--stdin'], { input });
    const [plain = '', special = ''] = stdout.split('\n');
    expect(Object.keys(JSON.parse(plain) as object)).toEqual([
      'attributes',
      'guessed',
      'unknown',
      'canonical',
    ]);
    expect(JSON.parse(plain)).toMatchObject({
      attributes: { hair_color: { blonde: 1 }, eye_color: { blue: 1 } },
      canonical: { en: expect.any(String), zh: expect.any(String), ja: expect.any(String) },
    });
    expect(JSON.parse(special)).toMatchObject({
      overridden: [expect.anything()],
      undrawable: ['goggles'],
    });
  });

  it('ends quietly when its reader goes away', async () => {
    const input = 'blonde blue-eyes\n'.repeat(50_000);
    const { child, ended, until } = runProgram('scripts/parse.ts', ['--stdin'], { input });
    await until('canonical');
    child.stdout?.destroy();
    expect(await ended).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('tools for a host', PATIENCE, () => {
  it.each(['bench', 'migrate'])('%s says what it is for', async (tool) => {
    const { code, stdout, stderr } = await run(tool, ['--help']);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^[A-Z].*\n\nUsage:\n  npm run/);
  });

  it('leave no pictures for git to find', () => {
    const files = ['face.png', 'faces-1.webp', 'morph-steps.webp', 'm.gif'];
    const ignored = execFileSync('git', ['check-ignore', ...files], { encoding: 'utf8' });
    expect(ignored.trimEnd().split('\n')).toEqual(files);
  });
});

describe('npm run morph, blend and adopt', PATIENCE, () => {
  it('make new faces of share codes, with the steps beside', async () => {
    const { portraits } = await draw('blonde', '--count', '2', '--out', at('two.webp'));
    const [first = '', second = ''] = portraits.map(({ code }) => code);
    const morph = await run('morph', [
      first,
      'green',
      'eyes',
      '--strength',
      '0.5',
      '--out',
      at('m.png'),
    ]);
    expect([morph.code, morph.stderr]).toEqual([0, '']);
    const blend = await run('blend', [first, second, '--ratio', '0.3', '--out', at('b.png')]);
    expect([blend.code, blend.stderr]).toEqual([0, '']);
    const files = readdirSync(folder);
    expect(files).toEqual(expect.arrayContaining(['m.png', 'm-steps.png', 'b.png', 'b-steps.png']));
    const animated = await run('morph', [first, 'green eyes', '--animate', '--out', at('m.gif')]);
    expect([animated.code, readFileSync(at('m.gif')).subarray(0, 3).toString()]).toEqual([
      0,
      'GIF',
    ]);
  });

  it('adopts the face in a picture', async () => {
    await draw('blonde', '--out', at('face.png'));
    writeFileSync(at('lost.jpg'), await passedOn(readFileSync(at('face.png'))));
    const { code, stdout } = await run('adopt', [at('lost.jpg'), '--out', at('adopted.png')]);
    expect([code, stdout]).toEqual([0, expect.stringContaining('1 is the nearest face')]);
    expect(await readRecipes(readFileSync(at('adopted-4.png')))).toHaveLength(1);
  });

  it.each([
    ['adopt', [], 2, 'picture file is missing'],
    ['adopt', ['/nowhere/face.png'], 2, 'ENOENT'],
    ['adopt', ['package.json'], 1, 'cannot be opened'],
    ['morph', [], 2, 'share code is missing'],
    ['morph', ['mg1nonsense', 'red hair'], 1, 'cannot be read'],
    ['blend', ['mg1nonsense'], 2, 'share code is missing'],
  ])('say what is wrong: %s %j', async (tool, args, expected, text) => {
    const { code, stderr } = await run(tool, args);
    expect([code, stderr]).toEqual([expected, expect.stringContaining(text)]);
  });
});
