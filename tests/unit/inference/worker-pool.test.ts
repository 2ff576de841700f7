import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelLoadError } from '../../../src/errors/app-error.js';
import type { TaskResult } from '../../../src/inference/pool/pool-task.js';
import type { DrawTask } from '../../../src/inference/pool/worker-messages.js';
import { WorkerPool, type PoolSettings } from '../../../src/inference/pool/worker-pool.js';
import { FakeWorker, settle } from '../../support/inference/fake-worker.js';

const SETTINGS: PoolSettings = {
  maxWaiting: 8,
  maxWaitingOfPerson: 6,
  batchSize: 4,
  batchWaitMs: 5,
  taskTimeoutMs: 1000,
  drainMs: 1000,
};

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };

function drawTask(seed: number, sizePx = 256): DrawTask {
  const recipe = { model: 'm', version: '1', seed, description: '' };
  const [z, phi] = [new Float32Array(1), new Float32Array(1)];
  return { kind: 'draw', z, phi, sizePx, format: 'webp', recipe };
}

function createHarness(options: { workers?: number; settings?: Partial<PoolSettings> } = {}) {
  const workers: FakeWorker[] = [];
  const pool = new WorkerPool({
    settings: { ...SETTINGS, ...options.settings },
    log,
    countWorkers: () => options.workers ?? 1,
    startWorker: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
  });
  const startPool = async (isGpu = false): Promise<void> => {
    const started = pool.start();
    workers[0]?.start(isGpu);
    await started;
    for (const worker of workers.slice(1)) worker.start(isGpu);
    await settle();
  };
  const worker = (at: number): FakeWorker => {
    const found = workers[at];
    if (!found) throw new Error(`there is no worker ${at}`);
    return found;
  };
  /** The outcome is looked at later; that it may be an error is no surprise. */
  const draw = (person: string, seed: number, signal?: AbortSignal): Promise<TaskResult> => {
    const result = pool.run({ person, task: drawTask(seed), signal });
    result.catch(() => undefined);
    return result;
  };
  return { pool, workers, worker, startPool, draw };
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('WorkerPool on the CPU', () => {
  it('gives each worker one picture at a time', async () => {
    const { worker, startPool, draw } = createHarness({ workers: 2 });
    await startPool();
    for (const seed of [1, 2, 3]) void draw('ann', seed);
    await worker(0).finish();
    expect([worker(0).batches, worker(1).batches]).toEqual([[[1], [3]], [[2]]]);
  });

  it('takes work before it is ready', async () => {
    const { worker, startPool, draw } = createHarness();
    const picture = draw('ann', 1);
    await startPool();
    await worker(0).finish();
    expect((await picture).picture).toEqual(Uint8Array.of(0));
  });

  it('lets people take turns', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool();
    for (const seed of [1, 2, 3, 4]) void draw('ann', seed);
    for (const seed of [11, 12]) void draw('bob', seed);
    for (let count = 0; count < 5; count += 1) await worker(0).finish();
    expect(worker(0).batches.flat()).toEqual([1, 2, 11, 3, 12, 4]);
  });

  it('tells how many come before, down to none', async () => {
    const { pool, worker, startPool, draw } = createHarness();
    await startPool();
    for (const seed of [1, 2]) void draw('ann', seed);
    const positions: number[] = [];
    const onPosition = (position: number): void => void positions.push(position);
    void pool.run({ person: 'ann', task: drawTask(3), onPosition });
    await worker(0).finish();
    await worker(0).finish();
    expect(positions).toEqual([1, 0]);
  });
});

describe('WorkerPool on a GPU', () => {
  it('waits a moment for company, then draws what there is together', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool(true);
    for (const seed of [1, 2, 3]) void draw('ann', seed);
    expect(worker(0).batches).toEqual([]);
    vi.advanceTimersByTime(5);
    expect(worker(0).batches).toEqual([[1, 2, 3]]);
  });

  it('does not wait when the batch is full, and mixes people fairly', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool(true);
    for (const seed of [1, 2, 3]) void draw('ann', seed);
    void draw('bob', 11);
    expect(worker(0).batches).toEqual([[1, 11, 2, 3]]);
  });

  it('keeps sizes apart', async () => {
    const { pool, worker, startPool, draw } = createHarness();
    await startPool(true);
    void draw('ann', 1);
    void pool.run({ person: 'ann', task: drawTask(2, 64) });
    void draw('ann', 3);
    void draw('ann', 4);
    expect(worker(0).batches).toEqual([[1, 3, 4]]);
    await worker(0).finish();
    vi.advanceTimersByTime(5);
    expect(worker(0).batches).toEqual([[1, 3, 4], [2]]);
  });

  it('draws each of a batch alone after its worker died', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool(true);
    const results = [1, 2, 3, 4].map((seed) => draw('ann', seed));
    worker(0).die();
    await settle();
    worker(1).start(true);
    await settle();
    for (let count = 0; count < 4; count += 1) {
      vi.advanceTimersByTime(5);
      await worker(1).finish();
    }
    expect(worker(1).batches).toEqual([[1], [2], [3], [4]]);
    await expect(Promise.all(results)).resolves.toHaveLength(4);
  });
});

describe('WorkerPool when asked to stop a task', () => {
  it('never starts one that was waiting', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool();
    void draw('ann', 1);
    const cancel = new AbortController();
    const waiting = draw('ann', 2, cancel.signal);
    cancel.abort(new Error('changed my mind'));
    await expect(waiting).rejects.toThrow('changed my mind');
    await worker(0).finish();
    expect(worker(0).batches).toEqual([[1]]);
  });

  it('lets a running one go at once, and its worker draws on', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool();
    const cancel = new AbortController();
    const running = draw('ann', 1, cancel.signal);
    const next = draw('ann', 2);
    cancel.abort(new Error('changed my mind'));
    await expect(running).rejects.toThrow('changed my mind');
    await worker(0).finish();
    await worker(0).finish();
    expect(worker(0).isKilled).toBe(false);
    await expect(next).resolves.toBeDefined();
  });

  it('does not try an aborted one again when its worker dies', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool();
    const cancel = new AbortController();
    void draw('ann', 1, cancel.signal);
    cancel.abort();
    worker(0).die();
    await settle();
    worker(1).start();
    await settle();
    expect(worker(1).batches).toEqual([]);
  });

  it('refuses one that was stopped before', async () => {
    const { startPool, draw } = createHarness();
    await startPool();
    await expect(draw('ann', 1, AbortSignal.abort(new Error('too late')))).rejects.toThrow(
      'too late',
    );
  });
});

describe('WorkerPool under load', () => {
  it('refuses clearly when the queue is full', async () => {
    const { startPool, draw } = createHarness({ settings: { maxWaiting: 2 } });
    await startPool();
    for (const person of ['ann', 'bob', 'cat']) void draw(person, 1);
    await expect(draw('dan', 1)).rejects.toMatchObject({
      code: 'queue-full',
      context: { waiting: 2 },
    });
  });

  it('refuses one person who waits for too many, and nobody else', async () => {
    const { worker, startPool, draw } = createHarness({ settings: { maxWaitingOfPerson: 2 } });
    await startPool();
    for (const seed of [1, 2, 3]) void draw('ann', seed);
    await expect(draw('ann', 4)).rejects.toMatchObject({ code: 'person-queue-full' });
    void draw('bob', 11);
    await worker(0).finish();
    await worker(0).finish();
    expect(worker(0).batches.flat()).toContain(11);
  });
});

describe('WorkerPool when workers fail', () => {
  it('replaces a dead one and tries its task once more', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool();
    const picture = draw('ann', 1);
    worker(0).die();
    await settle();
    worker(1).start();
    await settle();
    await worker(1).finish();
    await expect(picture).resolves.toBeDefined();
  });

  it('gives up on a task over which two have died', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool();
    const picture = draw('ann', 1);
    for (const at of [0, 1]) {
      worker(at).die();
      await settle();
      worker(at + 1).start();
      await settle();
    }
    await expect(picture).rejects.toMatchObject({ code: 'worker-died' });
    void draw('ann', 2);
    expect(worker(2).batches).toEqual([[2]]);
  });

  it('replaces one that dies while idle', async () => {
    const { worker, workers, startPool } = createHarness();
    await startPool();
    worker(0).die();
    await settle();
    expect(workers).toHaveLength(2);
  });

  it('passes on what a worker says went wrong, and does not retry that', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool();
    const picture = draw('ann', 1);
    await worker(0).fail(new Error('no such colour'));
    await expect(picture).rejects.toThrow('no such colour');
    expect(worker(0).batches).toEqual([[1]]);
  });

  it('ends a worker that takes too long, with an error of its own', async () => {
    const { worker, startPool, draw } = createHarness();
    await startPool();
    const picture = draw('ann', 1);
    vi.advanceTimersByTime(1000);
    await expect(picture).rejects.toMatchObject({ code: 'inference-timeout' });
    expect(worker(0).isKilled).toBe(true);
  });

  it('fails to start with what the first worker says', async () => {
    const { pool, worker } = createHarness();
    const started = pool.start();
    worker(0).failToStart(new ModelLoadError('device-unavailable', 'no such device'));
    await expect(started).rejects.toMatchObject({ code: 'device-unavailable' });
  });

  it('lets nobody wait for ever when no replacement starts, and tries on', async () => {
    const { worker, workers, startPool, draw } = createHarness();
    await startPool();
    worker(0).die();
    await settle();
    const picture = draw('ann', 1);
    worker(1).failToStart(new Error('out of memory'));
    await expect(picture).rejects.toMatchObject({ code: 'worker-not-started' });
    vi.advanceTimersByTime(200);
    worker(2).start();
    await settle();
    void draw('ann', 2);
    expect(worker(2).batches).toEqual([[2]]);
    expect(workers).toHaveLength(3);
  });
});

describe('WorkerPool closing', () => {
  it('finishes what waits and takes no more', async () => {
    const { pool, worker, startPool, draw } = createHarness();
    await startPool();
    const results = [draw('ann', 1), draw('ann', 2)];
    const closed = pool.close();
    await expect(draw('ann', 3)).rejects.toMatchObject({ code: 'shutting-down' });
    await worker(0).finish();
    await worker(0).finish();
    await expect(Promise.all(results)).resolves.toHaveLength(2);
    await expect(closed).resolves.toBeUndefined();
  });

  it('gives up on what is not done within its bound', async () => {
    const { pool, startPool, draw } = createHarness();
    await startPool();
    void draw('ann', 1);
    const waiting = draw('ann', 2);
    const closed = pool.close();
    vi.advanceTimersByTime(1000);
    await expect(waiting).rejects.toMatchObject({ code: 'shutting-down' });
    await expect(closed).resolves.toBeUndefined();
  });

  it('tells whoever waits for the picture over which a worker is ended', async () => {
    const settings = { taskTimeoutMs: 60_000 };
    const { pool, worker, startPool, draw } = createHarness({ settings });
    await startPool();
    const running = draw('ann', 1);
    const closed = pool.close();
    vi.advanceTimersByTime(1000);
    await settle();
    worker(0).kill();
    await closed;
    const still = Promise.resolve('never told');
    await settle();
    await expect(Promise.race([running, still])).rejects.toMatchObject({ code: 'shutting-down' });
  });

  it('does not replace the workers that it ends', async () => {
    const { pool, workers, startPool } = createHarness();
    await startPool();
    await pool.close();
    await pool.close();
    expect(workers).toHaveLength(1);
  });
});
