/** Writes tests/fixtures/tiny-model: node --import tsx tests/support/tiny-model/write-tiny-model.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadModel } from '../../../src/inference/model-folder.js';
import { openModel } from '../../../src/inference/runtime/create-runtime.js';
import { createRecipe } from '../inference/recipes.js';
import { GOLDEN_FILE, GOLDEN_SEED, TINY_MODEL_FOLDER, buildTinyModel } from './tiny-model.js';

mkdirSync(TINY_MODEL_FOLDER, { recursive: true });
for (const [name, bytes] of buildTinyModel()) writeFileSync(join(TINY_MODEL_FOLDER, name), bytes);

const installed = await loadModel(TINY_MODEL_FOLDER);
const settings = { runtime: 'onnx', device: 'cpu', threads: 1, gpuIndex: 0 } as const;
const { model } = await openModel(installed, settings);
const { pictures } = await model.generate([createRecipe(installed.manifest, GOLDEN_SEED)], 64);
writeFileSync(join(TINY_MODEL_FOLDER, GOLDEN_FILE), pictures[0]?.data ?? '');
