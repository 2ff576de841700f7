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
    const runtime: Runtime = { name: 'onnx/cuda', isGpu: true, loadStage };
    const installed = await loadModel(TINY_MODEL_FOLDER);
    await expect(LoadedModel.load(runtime, installed)).rejects.toThrow('out of memory');
    expect(session.release).toHaveBeenCalledOnce();
  });
});
