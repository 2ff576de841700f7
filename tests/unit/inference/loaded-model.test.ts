import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { loadModel } from '../../../src/inference/model-folder.js';
import { LoadedModel } from '../../../src/inference/runtime/loaded-model.js';
import type { Runtime, StageSession } from '../../../src/inference/runtime/runtime.js';
import { TINY_MODEL_FOLDER } from '../../support/tiny-model/tiny-model.js';

describe('LoadedModel', () => {
  it('holds no memory of a device that has room for the first stage only', async () => {
    const session = { run: vi.fn<StageSession['run']>(), release: vi.fn(async () => undefined) };
    const loadStage = vi
      .fn<Runtime['loadStage']>()
      .mockResolvedValueOnce(session)
      .mockRejectedValueOnce(new Error('out of memory'));
    const runtime: Runtime = { name: 'onnx/cuda', isGpu: true, takesInt8: false, loadStage };
    const installed = await loadModel(TINY_MODEL_FOLDER);
    await expect(LoadedModel.load(runtime, installed)).rejects.toThrow('out of memory');
    expect(session.release).toHaveBeenCalledOnce();
  });

  it.each([
    [true, ['small.onnx', 'upscaler.onnx']],
    [false, ['generator.onnx', 'upscaler.onnx']],
  ])(
    'loads graphs of 8-bit integers where the runtime takes them: %s',
    async (takesInt8, files) => {
      const { folder, manifest } = await loadModel(TINY_MODEL_FOLDER);
      const [generator, ...others] = manifest.stages;
      if (!generator) throw new Error('expected a stage');
      const stages = [{ ...generator, int8: { ...generator, file: 'small.onnx' } }, ...others];
      const session = { run: vi.fn<StageSession['run']>(), release: vi.fn(async () => undefined) };
      const loadStage = vi.fn<Runtime['loadStage']>().mockResolvedValue(session);
      const runtime: Runtime = { name: 'onnx/cpu', isGpu: false, takesInt8, loadStage };
      await LoadedModel.load(runtime, { folder, manifest: { ...manifest, stages } });
      expect(loadStage.mock.calls.map(([, file]) => path.basename(file))).toEqual(files);
    },
  );
});
