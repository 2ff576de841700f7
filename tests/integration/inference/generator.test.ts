import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readRecipes } from '../../../src/imaging/read-recipes.js';
import { createGenerator } from '../../../src/inference/create-generator.js';
import type { LocalGenerator } from '../../../src/inference/local-generator.js';
import type { DrawProgress, Recipe } from '../../../src/inference/portrait-generator.js';
import { itWith } from '../../support/describe-with.js';
import { decode } from '../../support/imaging/pictures.js';
import { createRecipe } from '../../support/inference/recipes.js';
import { needs } from '../../support/needs.js';
import { TINY_MODEL_FOLDER } from '../../support/tiny-model/tiny-model.js';

const PNG = { sizePx: 256, format: 'png', person: 'test:ann' } as const;
const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
let generator: LocalGenerator;

beforeAll(async () => {
  const settings = {
    modelsFolder: 'models',
    model: TINY_MODEL_FOLDER,
    workers: 2,
    device: 'cpu',
  } as const;
  generator = await createGenerator({ settings, log });
});

afterAll(async () => {
  await generator.close();
});

const recipe = (seed: number): Recipe => createRecipe(generator.manifest, seed);
const recipes = (count: number): Recipe[] => Array.from({ length: count }, (_, at) => recipe(at));

describe('a generator on worker processes', () => {
  it('says in one line what it draws on', () => {
    expect(log.info.mock.calls).toEqual([
      [expect.objectContaining({ runtime: 'onnx/cpu' }), expect.stringContaining('onnx/cpu')],
    ]);
  });

  itWith(needs.linux, 'keeps the young heap of its workers small', () => {
    const commands = generator.pids.map((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
    expect(commands).toHaveLength(2);
    for (const command of commands) expect(command).toContain('--max-semi-space-size=2');
  });

  it.each([64, 256] as const)('draws at %i pixels', async (sizePx) => {
    const [picture] = await generator.draw([recipe(1)], { ...PNG, sizePx });
    const { width, height } = await decode(picture ?? new Uint8Array());
    expect([width, height]).toEqual([sizePx, sizePx]);
  });

  it('draws the same bytes from the same recipe, others from another', async () => {
    const [first, again, other] = await generator.draw([recipe(1), recipe(1), recipe(2)], PNG);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });

  it('gives pictures in the order of their recipes, with the recipe inside', async () => {
    const pictures = await generator.draw(recipes(10), { ...PNG, format: 'webp' });
    const found = await Promise.all(pictures.map(readRecipes));
    expect(found.flat().map(({ seed }) => seed)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('tells how far it is', async () => {
    const progress: DrawProgress[] = [];
    await generator.draw(recipes(4), { ...PNG, onProgress: (now) => void progress.push(now) });
    expect(progress.at(-1)).toEqual({ position: 0, done: 4, total: 4 });
    expect([...new Set(progress.map(({ done }) => done))]).toEqual([0, 1, 2, 3, 4]);
  });

  it('tells how many pictures of others come first', async () => {
    const others = ['bob', 'cat', 'dan'].map((person) =>
      generator.draw(recipes(3), { ...PNG, person }),
    );
    const positions: number[] = [];
    const onProgress = ({ position }: DrawProgress): void => void positions.push(position);
    await Promise.all([...others, generator.draw([recipe(1)], { ...PNG, onProgress })]);
    expect(positions[0]).toBe(3);
    expect(positions.at(-1)).toBe(0);
  });

  it.each([
    [{ kind: 'grid' } as const, 'image/png', 10],
    [{ kind: 'strip', large: undefined } as const, 'image/png', 7],
    [{ kind: 'animation' } as const, 'image/gif', 5],
  ])('puts portraits together as %o', async (composition, mimeType, count) => {
    const { large: _, ...plain } = { large: undefined, ...composition };
    const composed = await generator.compose(plain, recipes(count), PNG);
    expect(composed.mimeType).toBe(mimeType);
    expect(composed.portraits).toHaveLength(count);
    expect(await readRecipes(composed.picture)).toHaveLength(count);
  });

  it('draws the chosen step of a strip last', async () => {
    const composed = await generator.compose({ kind: 'strip', large: recipe(9) }, recipes(7), PNG);
    const [alone] = await generator.draw([recipe(9)], PNG);
    expect(composed.portraits.at(-1)).toEqual(alone);
  });

  it.each([
    ['another model', { model: 'other' }],
    ['a latent of another size', { z: new Float32Array(3) }],
    ['a φ that is no number', { phi: new Float32Array(61).fill(Number.NaN) }],
  ])('refuses a recipe with %s', async (_, wrong) => {
    const drawn = generator.draw([{ ...recipe(1), ...wrong }], PNG);
    await expect(drawn).rejects.toMatchObject({ code: 'recipe-mismatch' });
  });

  it('stops when asked to', async () => {
    const cancel = new AbortController();
    const drawn = generator.draw(recipes(50), { ...PNG, signal: cancel.signal });
    cancel.abort(new Error('changed my mind'));
    await expect(drawn).rejects.toThrow('changed my mind');
    expect(generator.waiting).toBe(0);
  });

  it('leaves nothing waiting of what did not fit into the queue', async () => {
    await expect(generator.draw(recipes(100), PNG)).rejects.toMatchObject({
      code: 'person-queue-full',
    });
    expect(generator.waiting).toBe(0);
  });

  it('draws on when workers are killed in the middle', async () => {
    const before = generator.pids;
    const drawn = generator.draw(recipes(30), PNG);
    for (const pid of before) process.kill(pid, 'SIGKILL');
    await expect(drawn).resolves.toHaveLength(30);
    expect(generator.pids.filter((pid) => before.includes(pid))).toEqual([]);
  });
});

describe('a generator that closes', () => {
  it('finishes what it has begun and ends its workers', async () => {
    const settings = {
      modelsFolder: 'models',
      model: TINY_MODEL_FOLDER,
      workers: 1,
      device: 'cpu',
    } as const;
    const closing = await createGenerator({ settings, log });
    const { pids } = closing;
    const drawn = closing.draw(recipes(3), PNG);
    await closing.close();
    await expect(drawn).resolves.toHaveLength(3);
    expect(pids.map(isAlive)).toEqual([false]);
    await expect(closing.draw(recipes(1), PNG)).rejects.toMatchObject({ code: 'shutting-down' });
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
