import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../src/inference/model-folder.js';
import { chooseFaster } from '../../../src/inference/runtime/choose-faster.js';
import { LoadedModel } from '../../../src/inference/runtime/loaded-model.js';
import { createOnnxRuntime } from '../../../src/inference/runtime/onnx/onnx-runtime.js';
import type { FloatTensor, Runtime } from '../../../src/inference/runtime/runtime.js';
import { TINY_MODEL_FOLDER } from '../../support/tiny-model/tiny-model.js';

/** The tiny model in ONNX Runtime, on a device that can be made slow, or lost. */
class Device {
  isLost = false;
  waitMs = 0;
  open = 0;

  async load(): Promise<LoadedModel> {
    const onnx = createOnnxRuntime('cpu', { threads: 1, gpuIndex: 0 });
    const loadStage: Runtime['loadStage'] = async (stage, file) => {
      const session = await onnx.loadStage(stage, file);
      this.open += 1;
      return {
        run: async (feeds): Promise<FloatTensor> => {
          if (this.isLost) throw new Error('the device was lost');
          await new Promise((resolve) => setTimeout(resolve, this.waitMs));
          return session.run(feeds);
        },
        release: async () => {
          this.open -= 1;
          await session.release();
        },
      };
    };
    return LoadedModel.load({ ...onnx, loadStage }, await loadModel(TINY_MODEL_FOLDER));
  }
}

describe('chooseFaster', () => {
  it('draws on with WebGPU where the CPU cannot be opened, and says that of the CPU', async () => {
    const gpu = await new Device().load();
    const chosen = await chooseFaster(gpu, async () => {
      throw new Error('no memory is left\n  at session.cc:12');
    });
    expect(chosen).toEqual({
      model: gpu,
      skipped: [{ device: 'cpu', reason: 'no memory is left' }],
    });
    await expect(chosen.model.warmUp()).resolves.toBeGreaterThan(0);
  });

  it('draws on with WebGPU where the CPU opens and then fails, and frees what that took', async () => {
    const cpu = new Device();
    const gpu = await new Device().load();
    const chosen = await chooseFaster(gpu, async () => {
      const model = await cpu.load();
      cpu.isLost = true;
      return model;
    });
    expect(chosen.model).toBe(gpu);
    expect(cpu.open).toBe(0);
  });

  it('goes over to the CPU where WebGPU is lost after its first picture', async () => {
    const device = new Device();
    const gpu = await device.load();
    device.isLost = true;
    const { model, skipped } = await chooseFaster(gpu, () => new Device().load());
    expect(skipped).toEqual([{ device: 'webgpu', reason: 'the device was lost' }]);
    expect(device.open).toBe(0);
    await expect(model.warmUp()).resolves.toBeGreaterThan(0);
  });

  it('keeps the one that draws faster and frees the other', async () => {
    const [slow, fast] = [new Device(), new Device()];
    slow.waitMs = 400;
    const chosen = await chooseFaster(await slow.load(), () => fast.load());
    expect([slow.open, fast.open]).toEqual([0, 2]);
    expect(chosen.skipped[0]?.reason).toContain('slower than the CPU');
    const other = new Device();
    const kept = await chooseFaster(chosen.model, async () => {
      const model = await other.load();
      other.waitMs = 400;
      return model;
    });
    expect(kept).toEqual({ model: chosen.model, skipped: [] });
    expect([fast.open, other.open]).toEqual([2, 0]);
  });
});
