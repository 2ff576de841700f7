import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { createRandom } from '../../../src/attributes/random.js';
import { vocabulary } from '../../../src/attributes/vocabulary.js';
import { writeOnnxFile } from './onnx-writer.js';
import {
  TINY_LATENT_SIZE,
  TINY_VIEW_PX,
  buildTinyEncoder,
  buildTinyGenerator,
  buildTinyUpscaler,
} from './tiny-graphs.js';

/** Folder of the committed tiny model: random weights, all stages, all groups. */
export const TINY_MODEL_FOLDER = fileURLToPath(
  new URL('../../fixtures/tiny-model', import.meta.url),
);

/** RGB bytes that the tiny model draws from a seed at 64 px on ONNX Runtime's CPU. */
export const GOLDEN_FILE = 'seed-5.rgb';
/** The seed that the golden file was drawn from, with φ as `createRecipe` chooses it. */
export const GOLDEN_SEED = 5;

/** The tiny model's files by name, the same bytes on every run. */
export function buildTinyModel(): ReadonlyMap<string, Uint8Array> {
  const groups = vocabulary.groups.map(({ name, values }) => ({ name, values }));
  const embeddingSize = groups.reduce((sum, { values }) => sum + values.length, 0);
  const generator = writeOnnxFile(buildTinyGenerator(embeddingSize));
  const upscaler = writeOnnxFile(buildTinyUpscaler());
  const encoder = writeOnnxFile(buildTinyEncoder(groups.map(({ values }) => values.length)));
  const manifest = {
    schemaVersion: 1,
    id: 'tiny-model',
    version: '0.1.0',
    name: 'Tiny model with random weights, for tests',
    license: { name: 'MIT', nonCommercial: false },
    provenance: 'tests/support/tiny-model/write-tiny-model.ts',
    vocabularyVersion: vocabulary.version,
    latentSize: TINY_LATENT_SIZE,
    groups,
    prior: { type: 'exemplars', rows: drawPriorRows() },
    stages: [
      {
        role: 'generator',
        ...describeFile('generator.onnx', generator),
        inputs: { z: [null, TINY_LATENT_SIZE], phi: [null, embeddingSize] },
        output: { name: 'rgb', shape: [null, 3, 64, 64] },
        imageSizePx: 64,
      },
      {
        role: 'upscaler',
        ...describeFile('upscaler.onnx', upscaler),
        inputs: { rgb: [null, 3, 64, 64] },
        output: { name: 'large', shape: [null, 3, 256, 256] },
        imageSizePx: 256,
      },
      {
        role: 'encoder',
        ...describeFile('encoder.onnx', encoder),
        inputs: { rgb: [null, 3, TINY_VIEW_PX, TINY_VIEW_PX], sharpness: [null, 1] },
        output: { name: 'reading', shape: [null, TINY_LATENT_SIZE + embeddingSize + 5] },
        imageSizePx: TINY_VIEW_PX,
        // Its weights are random: no drawing is unlike a picture.
        doubtfulDistance: 2,
      },
    ],
    evaluation: {},
    truncation: 1,
  };
  return new Map([
    ['generator.onnx', generator],
    ['upscaler.onnx', upscaler],
    ['encoder.onnx', encoder],
    ['model.json', Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)],
  ]);
}

function describeFile(file: string, bytes: Uint8Array) {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { file, sha256, bytes: bytes.length };
}

function drawPriorRows(): string[] {
  const random = createRandom(7, 'prior');
  const drawIndex = (count: number): string => Math.floor(random.uniform() * count).toString(36);
  return Array.from({ length: 64 }, () => {
    return vocabulary.groups.map(({ values }) => drawIndex(values.length)).join('');
  });
}
