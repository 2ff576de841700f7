import { readFile } from 'node:fs/promises';
import { ModelLoadError } from '../../../errors/app-error.js';
import { checkGraph, type DeclaredTensor } from '../graph-check.js';
import { DATA_TYPES, readOnnxFile, type OnnxGraph, type OnnxValueInfo } from '../onnx/onnx-file.js';
import type { Runtime, RuntimeSettings, SkippedDevice } from '../runtime.js';
import { chooseTfjsBackend } from './tfjs-backend.js';
import { TfjsGraph } from './tfjs-graph.js';

/** TensorFlow.js on the best backend that is installed; it runs the same ONNX files. */
export async function createTfjsRuntime(
  settings: RuntimeSettings,
): Promise<{ runtime: Runtime; skipped: readonly SkippedDevice[] }> {
  const { backend, isGpu, skipped } = await chooseTfjsBackend(settings.device);
  const runtime: Runtime = {
    name: `tfjs/${backend}`,
    isGpu,
    takesInt8: false,
    loadStage: async (stage, file) => {
      const graph = await readGraph(file);
      checkGraph(stage, declare(graph), file);
      const executable = new TfjsGraph(graph, file);
      return {
        run: (feeds) => executable.run(feeds),
        release: async () => executable.release(),
      };
    },
  };
  return { runtime, skipped };
}

async function readGraph(file: string): Promise<OnnxGraph> {
  try {
    return readOnnxFile(await readFile(file));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ModelLoadError(
      'model-graph-mismatch',
      `expected an ONNX graph in ${file}, got: ${reason}; export the model again`,
      { context: { file, problem: reason }, cause },
    );
  }
}

function declare(graph: OnnxGraph) {
  const toDeclared = ({ name, dataType, shape }: OnnxValueInfo): DeclaredTensor => {
    return { name, isFloat32: dataType === DATA_TYPES.float32, shape };
  };
  return { inputs: graph.inputs.map(toDeclared), outputs: graph.outputs.map(toDeclared) };
}
