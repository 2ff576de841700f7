import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LocalGenerator } from '../../../src/inference/local-generator.js';
import { loadModel } from '../../../src/inference/model-folder.js';
import { WorkerPool } from '../../../src/inference/pool/worker-pool.js';
import { FakeWorker, settle } from '../../support/inference/fake-worker.js';
import { createRecipe } from '../../support/inference/recipes.js';
import { TINY_MODEL_FOLDER } from '../../support/tiny-model/tiny-model.js';

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const BATCH_WAIT_MS = 5;

async function start(isGpu: boolean) {
  const { manifest } = await loadModel(TINY_MODEL_FOLDER);
  const worker = new FakeWorker();
  const pool = new WorkerPool({
    settings: {
      maxWaiting: 8,
      maxWaitingOfPerson: 8,
      batchSize: 4,
      batchWaitMs: BATCH_WAIT_MS,
      taskTimeoutMs: 1000,
      drainMs: 1000,
    },
    log,
    countWorkers: () => 1,
    startWorker: () => worker,
  });
  const started = pool.start();
  worker.start(isGpu);
  await started;
  await settle();
  const generator = new LocalGenerator(manifest, pool, log);
  const draw = (person: string, onProgress?: () => void): Promise<readonly Uint8Array[]> =>
    generator.draw([createRecipe(manifest, 1)], {
      sizePx: 64,
      format: 'webp',
      person,
      ...(onProgress ? { onProgress } : {}),
    });
  return { worker, draw };
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('somebody who throws on being told how far it is', () => {
  const fail = vi.fn((): void => undefined);
  beforeEach(() => {
    fail.mockImplementation(() => {
      throw new Error('the page has gone');
    });
  });

  it('gets the picture, as do the others, and is told no more; the log hears of it once', async () => {
    const { worker, draw } = await start(false);
    const drawings = [draw('ann'), draw('bob', fail), draw('cat')];
    for (const _ of drawings) await worker.finish();
    await expect(Promise.all(drawings)).resolves.toHaveLength(3);
    expect(fail).toHaveBeenCalledOnce();
    expect(log.warn).toHaveBeenCalledOnce();
  });

  it('does no harm from the timer that starts a GPU’s batch either', async () => {
    const { worker, draw } = await start(true);
    let isFailing = false;
    const drawing = draw('bob', () => {
      if (isFailing) fail();
    });
    isFailing = true;
    expect(() => vi.advanceTimersByTime(BATCH_WAIT_MS)).not.toThrow();
    await worker.finish();
    await expect(drawing).resolves.toHaveLength(1);
    expect(log.warn).toHaveBeenCalledOnce();
  });
});
