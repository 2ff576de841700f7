import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { ModelLoadError } from '../../../errors/app-error.js';
import type { RuntimeSettings, SkippedDevice } from '../runtime.js';

/** The backend that TensorFlow.js now runs on, in the whole process. */
export interface TfjsBackend {
  /** For logs: `node-gpu`, `node`, `backend-wasm` or `backend-cpu`. */
  readonly backend: string;
  readonly isGpu: boolean;
  /** Faster ones that did not do, and why; most are not installed. */
  readonly skipped: readonly SkippedDevice[];
}

interface Candidate {
  /** The package's name after `@tensorflow/tfjs-`. */
  readonly backend: string;
  readonly isGpu: boolean;
  /** The name under which the package registers itself. */
  readonly registeredAs: string;
}

const SCOPE = '@tensorflow/tfjs-';

const CANDIDATES: readonly Candidate[] = [
  { backend: 'node-gpu', isGpu: true, registeredAs: 'tensorflow' },
  { backend: 'node', isGpu: false, registeredAs: 'tensorflow' },
  { backend: 'backend-wasm', isGpu: false, registeredAs: 'wasm' },
  { backend: 'backend-cpu', isGpu: false, registeredAs: 'cpu' },
];

/**
 * Sets TensorFlow.js up on the fastest backend of those installed.
 * @param importPackage tests replace it
 * @throws ModelLoadError `device-unavailable` when a GPU was asked for and cannot be used
 */
export async function chooseTfjsBackend(
  device: RuntimeSettings['device'],
  importPackage: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<TfjsBackend> {
  restoreRemovedUtil();
  const skipped: SkippedDevice[] = [];
  for (const candidate of CANDIDATES.filter((one) => isAsked(one, device))) {
    const problem = await findProblem(candidate, importPackage);
    if (problem === undefined) {
      return { backend: candidate.backend, isGpu: candidate.isGpu, skipped };
    }
    skipped.push({ device: candidate.backend, reason: problem });
  }
  const tried = skipped.map((skip) => `${skip.device}: ${skip.reason}`).join('; ');
  throw new ModelLoadError(
    'device-unavailable',
    `expected TensorFlow.js to run on ${device}, could not (${tried || 'it has no such backend here'}); ` +
      'install @tensorflow/tfjs-node-gpu with CUDA 11.2 and cuDNN 8.1, or set INFERENCE_DEVICE=auto',
    { context: { device, tried } },
  );
}

function isAsked({ isGpu }: Candidate, device: RuntimeSettings['device']): boolean {
  return device === 'auto' || (device === 'cuda' && isGpu) || (device === 'cpu' && !isGpu);
}

async function findProblem(
  { backend, registeredAs, isGpu }: Candidate,
  importPackage: (name: string) => Promise<unknown>,
): Promise<string | undefined> {
  try {
    await importPackage(SCOPE + backend);
    const isStarted = await keepListeners(() => tf.setBackend(registeredAs));
    if (!isStarted) return 'the backend did not start';
    // Without its CUDA libraries the GPU package goes on on the CPU.
    const isUsingGpu: unknown = Reflect.get(tf.backend(), 'isUsingGpuDevice');
    return isGpu && isUsingGpu !== true ? 'it found no GPU' : undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return (message.split('\n')[0] ?? '').slice(0, 300);
  }
}

/** tfjs-node 4.22 calls it; Node 23 has removed it. */
function restoreRemovedUtil(): void {
  const legacy: { isNullOrUndefined?: (value: unknown) => boolean } = util;
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
}

/** The WASM backend rethrows every uncaught error of the process, printing its whole source. */
async function keepListeners<T>(work: () => Promise<T>): Promise<T> {
  const emitter: NodeJS.EventEmitter = process;
  const events = ['uncaughtException', 'unhandledRejection'];
  const before = new Set(events.flatMap((event) => emitter.listeners(event)));
  const result = await work();
  for (const event of events) {
    for (const listener of emitter.rawListeners(event)) {
      if (!before.has(listener)) emitter.off(event, listener as () => void);
    }
  }
  return result;
}
