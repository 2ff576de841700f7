import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  listModelFolders,
  loadModel,
  type InstalledModel,
} from '../../../src/inference/model-folder.js';
import type { ModelStage } from '../../../src/inference/manifest.js';
import { openModel } from '../../../src/inference/runtime/create-runtime.js';
import type { LoadedModel } from '../../../src/inference/runtime/loaded-model.js';
import { createOnnxRuntime } from '../../../src/inference/runtime/onnx/onnx-runtime.js';
import { createTfjsRuntime } from '../../../src/inference/runtime/tfjs/tfjs-runtime.js';
import type { FloatTensor, Runtime } from '../../../src/inference/runtime/runtime.js';
import { createRecipe } from '../../support/inference/recipes.js';
import {
  GOLDEN_FILE,
  GOLDEN_SEED,
  TINY_MODEL_FOLDER,
} from '../../support/tiny-model/tiny-model.js';

const CPU = { device: 'cpu', threads: 1, gpuIndex: 0 } as const;
const ONNX = { ...CPU, runtime: 'onnx' } as const;
const TFJS = { ...CPU, runtime: 'tfjs' } as const;

/** The tiny model, and those that are installed. */
const folders = [TINY_MODEL_FOLDER, ...(await listModelFolders('models'))];

/** The output of a model's stages for two recipes. */
async function runStages(
  runtime: Runtime,
  { folder, manifest }: InstalledModel,
): Promise<FloatTensor[]> {
  const inputs = [1, 2].map((seed) => createRecipe(manifest, seed));
  const stack = (rows: Float32Array[]): FloatTensor => {
    const data = Float32Array.from(rows.flatMap((row) => [...row]));
    return { data, dims: [rows.length, data.length / rows.length] };
  };
  let feeds: Record<string, FloatTensor> = {
    z: stack(inputs.map(({ z }) => z)),
    phi: stack(inputs.map(({ phi }) => phi)),
  };
  const outputs: FloatTensor[] = [];
  for (const stage of manifest.stages) {
    if (stage.role === 'encoder') feeds = encoderFeeds(outputs[0], stage);
    const session = await runtime.loadStage(stage, path.join(folder, stage.file));
    const rgb = await session.run(feeds);
    await session.release();
    outputs.push(rgb);
    feeds = { rgb };
  }
  return outputs;
}

/** The generator's pictures at the encoder's width, each read more sharply than the one before. */
function encoderFeeds(
  pictures: FloatTensor | undefined,
  { imageSizePx }: ModelStage,
): Record<string, FloatTensor> {
  const { data, dims } = pictures ?? { data: new Float32Array(), dims: [] };
  const [count = 0, , , width = 0] = dims;
  const every = width / imageSizePx;
  const isKept = (_: number, at: number): boolean =>
    (at % width) % every === 0 && Math.floor(at / width) % every === 0;
  const rgb = { data: data.filter(isKept), dims: [count, 3, imageSizePx, imageSizePx] };
  return { rgb, sharpness: { data: Float32Array.of(1, 4), dims: [count, 1] } };
}

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce((most, value, at) => {
    return Math.max(most, Math.abs(value - (b[at] ?? Number.NaN)));
  }, 0);
}

describe.each(folders)('the runtimes on %s', (folder) => {
  it('agree to 1e-3', async () => {
    const installed = await loadModel(folder);
    const tfjs = await createTfjsRuntime(TFJS);
    const [onnxOutputs, tfjsOutputs] = [
      await runStages(createOnnxRuntime('cpu', ONNX), installed),
      await runStages(tfjs.runtime, installed),
    ];
    const differences = onnxOutputs.map(({ data }, at) => {
      return largestDifference(data, tfjsOutputs[at]?.data ?? []);
    });
    expect(tfjsOutputs.map(({ dims }) => dims)).toEqual(onnxOutputs.map(({ dims }) => dims));
    expect(Math.max(...differences)).toBeLessThan(1e-3);
  });
});

describe.each(folders)('drawing with %s', (folder) => {
  let model: LoadedModel;

  beforeAll(async () => {
    ({ model } = await openModel(await loadModel(folder), ONNX));
  });

  afterAll(async () => {
    await model.release();
  });

  it('gives the same picture whatever the batch around it, to one grey level', async () => {
    const wanted = createRecipe(model.manifest, 5);
    const others = [1, 2, 3, 4, 6, 7, 8].map((seed) => createRecipe(model.manifest, seed));
    const [alone] = (await model.generate([wanted], 256)).pictures;
    const { pictures } = await model.generate(
      [...others.slice(0, 3), wanted, ...others.slice(3)],
      256,
    );
    expect(largestDifference(alone?.data ?? [], pictures[3]?.data ?? [])).toBeLessThanOrEqual(1);
  });

  it('stays within the grey levels and uses more than one of them', async () => {
    const { pictures } = await model.generate([createRecipe(model.manifest, 5)], 256);
    const [picture] = pictures;
    expect(picture?.data).toHaveLength(256 * 256 * 3);
    expect(new Set(picture?.data).size).toBeGreaterThan(16);
  });
});

describe('the tiny model', () => {
  it('draws what it has always drawn', async () => {
    const { model } = await openModel(await loadModel(TINY_MODEL_FOLDER), ONNX);
    const { pictures } = await model.generate([createRecipe(model.manifest, GOLDEN_SEED)], 64);
    const golden = await readFile(path.join(TINY_MODEL_FOLDER, GOLDEN_FILE));
    const [picture] = pictures;
    expect(largestDifference(picture?.data ?? [], golden)).toBeLessThanOrEqual(1);
  });
});

describe('a device that was asked for', () => {
  it('is never silently replaced by a slower one', async () => {
    const installed = await loadModel(TINY_MODEL_FOLDER);
    const opened = openModel(installed, { ...TFJS, device: 'cuda' });
    await expect(opened).rejects.toMatchObject({ code: 'device-unavailable' });
  });
});

describe('a graph that is not what the manifest says', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'mugen-graph-'));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it.each([ONNX, TFJS])('is refused when its inputs differ ($runtime)', async (settings) => {
    const { folder: from, manifest } = await loadModel(TINY_MODEL_FOLDER);
    const [generator] = manifest.stages;
    if (!generator) throw new Error('the tiny model has no stages');
    const inputs = { z: [null, 16], phi: [null, 60] };
    const stages = [{ ...generator, inputs }];
    const opened = openModel({ folder: from, manifest: { ...manifest, stages } }, settings);
    await expect(opened).rejects.toMatchObject({
      code: 'model-graph-mismatch',
      message: expect.stringContaining('phi[N×60]'),
    });
  });

  it.each([ONNX, TFJS])('is refused when it is no graph ($runtime)', async (settings) => {
    const { manifest } = await loadModel(TINY_MODEL_FOLDER);
    for (const { file } of manifest.stages) await writeFile(path.join(folder, file), 'not a graph');
    const opened = openModel({ folder, manifest }, settings);
    await expect(opened).rejects.toMatchObject({ code: 'model-graph-mismatch' });
  });
});
