import type { LoadedModel } from './loaded-model.js';
import type { SkippedDevice } from './runtime.js';
import { skippedOver } from './skipped-device.js';

/** Which of two goes on drawing, and what is to be said of the other, which holds nothing any more. */
interface Chosen {
  readonly model: LoadedModel;
  readonly skipped: readonly SkippedDevice[];
}

/**
 * WebGPU may run on a software driver, many times slower than the CPU's own provider; one picture
 * on each tells. One that cannot draw leaves the place to the other.
 * @param gpu has drawn a picture
 * @param openCpu gives one that has, or throws
 */
export async function chooseFaster(
  gpu: LoadedModel,
  openCpu: () => Promise<LoadedModel>,
): Promise<Chosen> {
  const cpu = await openTimed(openCpu);
  if ('reason' in cpu) return { model: gpu, skipped: [cpu] };
  let gpuMs: number;
  try {
    gpuMs = await gpu.warmUp();
  } catch (error) {
    await gpu.release();
    return { model: cpu.model, skipped: [skippedOver('webgpu', error)] };
  }
  if (gpuMs < cpu.ms) {
    await cpu.model.release();
    return { model: gpu, skipped: [] };
  }
  await gpu.release();
  const reason = `slower than the CPU (${Math.round(gpuMs)} ms against ${Math.round(cpu.ms)} ms a picture)`;
  return { model: cpu.model, skipped: [{ device: 'webgpu', reason }] };
}

async function openTimed(
  openCpu: () => Promise<LoadedModel>,
): Promise<{ readonly model: LoadedModel; readonly ms: number } | SkippedDevice> {
  let model: LoadedModel | undefined;
  try {
    model = await openCpu();
    return { model, ms: await model.warmUp() };
  } catch (error) {
    await model?.release();
    return skippedOver('cpu', error);
  }
}
