/**
 * Draws seeds on one device and sends the pictures to its parent, without a worker's warm-up: on a
 * software driver one picture takes a quarter of a minute.
 *
 *   draw-raw.ts <model folder> <webgpu|cpu> <sizePx> <seed>…
 */
import { loadModel } from '../../../src/inference/model-folder.js';
import { LoadedModel } from '../../../src/inference/runtime/loaded-model.js';
import { createOnnxRuntime } from '../../../src/inference/runtime/onnx/onnx-runtime.js';
import { createRecipe } from './recipes.js';

const [folder = '', device, sizePx, ...seeds] = process.argv.slice(2);
const provider = device === 'webgpu' ? 'webgpu' : 'cpu';
const installed = await loadModel(folder);
// Both draw the graph in floats: WebGPU never takes the 8-bit one that a CPU prefers.
const runtime = {
  ...createOnnxRuntime(provider, { threads: 1, gpuIndex: 0 }),
  takesInt8: false,
};
const model = await LoadedModel.load(runtime, installed);
const inputs = seeds.map((seed) => createRecipe(installed.manifest, Number(seed)));
const { pictures } = await model.generate(inputs, Number(sizePx));
process.send?.(
  pictures.map(({ data }) => data),
  () => process.exit(0),
);
