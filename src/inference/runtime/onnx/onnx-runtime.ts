import { InferenceSession, Tensor } from 'onnxruntime-node';
import { ModelLoadError } from '../../../errors/app-error.js';
import { checkGraph } from '../graph-check.js';
import type { FloatTensor, Runtime, RuntimeSettings, StageSession } from '../runtime.js';

/** The providers that this program knows of, fastest first. */
export type OnnxProvider = 'cuda' | 'webgpu' | 'cpu';

/**
 * ONNX Runtime on exactly one execution provider: asked for several, it would go on silently on
 * the next one, and an unknown name silently means the CPU.
 */
export function createOnnxRuntime(
  provider: OnnxProvider,
  settings: Pick<RuntimeSettings, 'threads' | 'gpuIndex'>,
): Runtime {
  const options = sessionOptions(provider, settings);
  return {
    name: `onnx/${provider}`,
    isGpu: provider !== 'cpu',
    takesInt8: provider === 'cpu',
    loadStage: async (stage, file) => {
      const session = await createSession(file, options, provider);
      checkGraph(stage, declaredGraph(session), file);
      return new OnnxStageSession(session, stage.output.name);
    },
  };
}

class OnnxStageSession implements StageSession {
  readonly #session: InferenceSession;
  readonly #outputName: string;

  constructor(session: InferenceSession, outputName: string) {
    this.#session = session;
    this.#outputName = outputName;
  }

  async run(feeds: Readonly<Record<string, FloatTensor>>): Promise<FloatTensor> {
    const tensors = Object.entries(feeds).map(([name, { data, dims }]) => {
      return [name, new Tensor('float32', data, dims)] as const;
    });
    const results = await this.#session.run(Object.fromEntries(tensors));
    const output = results[this.#outputName];
    if (!output) throw new Error(`the graph gave no output "${this.#outputName}"`);
    const data = await output.getData();
    if (!(data instanceof Float32Array)) throw new Error(`expected float32, got ${output.type}`);
    return { data, dims: output.dims };
  }

  release(): Promise<void> {
    return this.#session.release();
  }
}

function sessionOptions(
  provider: OnnxProvider,
  { threads, gpuIndex }: Pick<RuntimeSettings, 'threads' | 'gpuIndex'>,
): InferenceSession.SessionOptions {
  return {
    executionProviders: [providerConfig(provider, gpuIndex)],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    graphOptimizationLevel: 'all',
    // Errors only: what a provider lacks is told by createRuntime, in one line.
    logSeverityLevel: 3,
    extra: {
      session: {
        // Waiting threads that spin would take the cores of the workers beside this one.
        intra_op: { allow_spinning: '0' },
        // CPUs without VNNI would lose the carry of 8-bit products; no other CPU is slower for it.
        x64quantprecision: '1',
      },
    },
  };
}

function providerConfig(
  provider: OnnxProvider,
  gpuIndex: number,
): InferenceSession.ExecutionProviderConfig {
  switch (provider) {
    case 'cuda':
      return { name: 'cuda', deviceId: gpuIndex };
    case 'webgpu':
      // The graphs' own layout. Measured on a software driver: NHWC, the default, with its turning
      // around of every tensor, took four times as long for the generator, more for the upscaler.
      return { name: 'webgpu', preferredLayout: 'NCHW', validationMode: 'basic' };
    case 'cpu':
      return { name: 'cpu' };
  }
}

async function createSession(
  file: string,
  options: InferenceSession.SessionOptions,
  provider: OnnxProvider,
): Promise<InferenceSession> {
  try {
    return await InferenceSession.create(file, options);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (provider !== 'cpu') throw cause;
    throw new ModelLoadError(
      'model-graph-mismatch',
      `expected a graph that ONNX Runtime can load in ${file}, got: ${reason}; export the model again`,
      { context: { file, problem: reason }, cause },
    );
  }
}

function declaredGraph(session: InferenceSession) {
  const declare = (value: InferenceSession.ValueMetadata) => ({
    name: value.name,
    isFloat32: value.isTensor && value.type === 'float32',
    shape: value.isTensor ? value.shape : [],
  });
  return {
    inputs: session.inputMetadata.map(declare),
    outputs: session.outputMetadata.map(declare),
  };
}
