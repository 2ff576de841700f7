import { AppError, ModelLoadError } from '../../errors/app-error.js';
import type { InstalledModel } from '../model-folder.js';
import { chooseFaster } from './choose-faster.js';
import { LoadedModel } from './loaded-model.js';
import { createOnnxRuntime, type OnnxProvider } from './onnx/onnx-runtime.js';
import type { Runtime, RuntimeSettings, SkippedDevice } from './runtime.js';
import { skippedOver } from './skipped-device.js';

/** A model that has drawn a first picture where it is, so that it is known to work; whoever opened it releases it. */
export interface OpenedModel {
  readonly model: LoadedModel;
  /** Devices that were tried first, and why they failed. */
  readonly skipped: readonly SkippedDevice[];
}

/**
 * Loads a model on the first device that can run it (CUDA, WebGPU, CPU), or on the one asked for.
 * A device counts as able when it has drawn a picture, which also warms it up.
 * @throws ModelLoadError `device-unavailable` when the device asked for cannot be used: going on
 * silently on a slower one is not what was asked.
 */
export async function openModel(
  installed: InstalledModel,
  settings: RuntimeSettings,
): Promise<OpenedModel> {
  if (settings.runtime === 'tfjs') {
    const { runtime, skipped } = await openTfjs(settings);
    return { model: await warmUp(runtime, installed), skipped };
  }
  const skipped: SkippedDevice[] = [];
  for (const provider of candidates(settings.device)) {
    try {
      const model = await warmUp(createOnnxRuntime(provider, settings), installed);
      if (provider !== 'webgpu' || settings.device !== 'auto') return { model, skipped };
      const openCpu = () => warmUp(createOnnxRuntime('cpu', settings), installed);
      const chosen = await chooseFaster(model, openCpu);
      return { model: chosen.model, skipped: [...skipped, ...chosen.skipped] };
    } catch (error) {
      // A damaged or unfit model is that on every device.
      if (error instanceof AppError) throw error;
      skipped.push(skippedOver(provider, error));
    }
  }
  throw unavailable(settings.device, skipped);
}

/** TensorFlow.js is an optional install, so nothing of it is loaded before it is asked for. */
async function openTfjs(
  settings: RuntimeSettings,
): Promise<{ runtime: Runtime; skipped: readonly SkippedDevice[] }> {
  const { createTfjsRuntime } = await import('./tfjs/tfjs-runtime.js').catch((cause: unknown) => {
    throw new ModelLoadError(
      'device-unavailable',
      'expected TensorFlow.js to be installed for INFERENCE_RUNTIME=tfjs, could not load it; ' +
        'run `npm run setup:tfjs`, or set INFERENCE_RUNTIME=onnx',
      { cause, context: { device: settings.device, tried: 'tfjs' } },
    );
  });
  return createTfjsRuntime(settings);
}

function candidates(device: RuntimeSettings['device']): readonly OnnxProvider[] {
  return device === 'auto' ? ['cuda', 'webgpu', 'cpu'] : [device];
}

async function warmUp(runtime: Runtime, installed: InstalledModel): Promise<LoadedModel> {
  const model = await LoadedModel.load(runtime, installed);
  try {
    await model.warmUp();
    return model;
  } catch (error) {
    await model.release();
    throw error;
  }
}

const REMEDIES: Readonly<Record<string, string>> = {
  cuda: 'run `npm run setup:cuda` (CUDA 12 and cuDNN 9 must be installed), or set INFERENCE_DEVICE=auto',
  webgpu: 'install a Vulkan driver, or set INFERENCE_DEVICE=auto',
};

function unavailable(device: string, skipped: readonly SkippedDevice[]): ModelLoadError {
  const tried = skipped.map((skip) => `${skip.device}: ${skip.reason}`).join('; ');
  const remedy = REMEDIES[device] ?? 'see the cause';
  return new ModelLoadError(
    'device-unavailable',
    `expected to draw on ${device}, could not (${tried}); ${remedy}`,
    { context: { device, tried } },
  );
}
