import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createGenerator } from '../../../src/inference/create-generator.js';
import type { LocalGenerator } from '../../../src/inference/local-generator.js';
import { listModelFolders } from '../../../src/inference/model-folder.js';
import { decode } from '../../support/imaging/pictures.js';
import { createRecipe } from '../../support/inference/recipes.js';
import { TINY_MODEL_FOLDER } from '../../support/tiny-model/tiny-model.js';

/** Debian's Chromium brings a Vulkan loader and SwiftShader, a driver that needs no GPU. */
const CHROMIUM = '/usr/lib/chromium';
const SOFTWARE_DRIVER = `${CHROMIUM}/vk_swiftshader_icd.json`;

const HOW_TO_GET_A_DRIVER =
  'The WebGPU provider found no Vulkan driver, so its pictures could not be compared with the CPU’s. ' +
  'Install one: `apt-get install -y chromium` is enough (its software driver is found by itself), ' +
  'or a GPU’s own driver with `libvulkan1`.';

const installed = await listModelFolders('models');
const DRAW_RAW = new URL('../../support/inference/draw-raw.ts', import.meta.url);

/** Both compute in 32-bit floats and only add up in another order: rounding may tip a grey level over. */
const MOST_LEVELS_APART = 1;

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const generators: LocalGenerator[] = [];

async function start(device: 'cpu' | 'webgpu'): Promise<LocalGenerator> {
  const settings = { modelsFolder: 'models', model: TINY_MODEL_FOLDER, device, workers: 1 };
  const generator = await createGenerator({ settings, log });
  generators.push(generator);
  return generator;
}

beforeAll(() => {
  if (!existsSync(SOFTWARE_DRIVER)) return;
  vi.stubEnv('VK_ICD_FILENAMES', SOFTWARE_DRIVER);
  vi.stubEnv('LD_LIBRARY_PATH', CHROMIUM);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all(generators.map((generator) => generator.close()));
});

describe('the WebGPU provider', () => {
  it('draws the CPU’s pictures, together in a batch', { timeout: 300_000 }, async () => {
    const webgpu = await start('webgpu').catch((cause: unknown) => {
      throw new Error(HOW_TO_GET_A_DRIVER, { cause });
    });
    const cpu = await start('cpu');
    const recipes = [1, 2].map((seed) => createRecipe(cpu.manifest, seed));
    const options = { sizePx: 256, format: 'png', person: 'test:ann' } as const;
    const [drawn, expected] = await Promise.all([
      webgpu.draw(recipes, options),
      cpu.draw(recipes, options),
    ]);
    for (const [at, picture] of drawn.entries()) {
      const [a, b] = [await decode(picture), await decode(expected[at] ?? new Uint8Array())];
      expect(levelsApart(a.data, b.data)).toBeLessThanOrEqual(MOST_LEVELS_APART);
    }
    expect(log.info.mock.calls[0]?.[1]).toBe('drawing on onnx/webgpu');
  });

  // A software driver takes a quarter of a minute a picture on a quiet machine.
  it.each(installed)('draws the CPU’s pictures with %s', { timeout: 600_000 }, async (folder) => {
    for (const [sizePx, seeds] of [[256, [3]]] as const) {
      const wanted = { folder, sizePx, seeds };
      const [drawn, expected] = [await drawRaw('webgpu', wanted), await drawRaw('cpu', wanted)];
      expect(drawn).toHaveLength(seeds.length);
      for (const [at, picture] of drawn.entries()) {
        const apart = levelsApart(picture, expected[at] ?? new Uint8Array());
        expect(apart).toBeLessThanOrEqual(MOST_LEVELS_APART);
      }
    }
  });
});

interface Wanted {
  readonly folder: string;
  readonly sizePx: number;
  readonly seeds: readonly number[];
}

/** Interleaved RGB pictures, drawn in a process of its own: the driver's path is read when one starts. */
function drawRaw(device: string, { folder, sizePx, seeds }: Wanted): Promise<Uint8Array[]> {
  const child = fork(DRAW_RAW, [folder, device, String(sizePx), ...seeds.map(String)], {
    serialization: 'advanced',
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('message', (pictures) => resolve(pictures as Uint8Array[]));
    child.once('exit', (code, signal) => reject(new Error(`ended with ${signal ?? code}`)));
  });
}

function levelsApart(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((most, level, at) => Math.max(most, Math.abs(level - (b[at] ?? -255))), 0);
}
