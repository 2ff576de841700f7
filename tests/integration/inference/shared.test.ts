import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QueueFullError } from '../../../src/errors/app-error.js';
import type {
  DrawOptions,
  DrawProgress,
  PortraitGenerator,
  Recipe,
} from '../../../src/inference/portrait-generator.js';
import { connectGenerator } from '../../../src/inference/shared/connect-generator.js';
import { GeneratorHost } from '../../../src/inference/shared/generator-host.js';

const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
const manifest = { id: 'small', version: '1' } as PortraitGenerator['manifest'];
const recipe: Recipe = {
  model: 'small',
  modelVersion: '1',
  seed: 7,
  phi: Float32Array.of(0, 1),
  z: Float32Array.of(0.5, -0.5),
  description: '金髪',
};
const options: DrawOptions = { sizePx: 64, format: 'webp', person: 'discord:1' };

describe('a generator that another process has', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mugen-shared-'));
  const address = join(folder, 'generator.sock');
  const draw = vi.fn<PortraitGenerator['draw']>();
  const compose = vi.fn<PortraitGenerator['compose']>();
  let host: GeneratorHost;
  let generator: PortraitGenerator;

  beforeEach(async () => {
    vi.resetAllMocks();
    host = new GeneratorHost({ manifest, draw, compose, close: async () => undefined }, log);
    await host.listen(address);
    generator = await connectGenerator(address);
  });
  afterEach(async () => {
    await generator.close();
    await host.close();
    rmSync(address, { force: true });
  });

  it('draws there what is asked here, typed arrays and all', async () => {
    const picture = new Uint8Array(300_000).fill(9);
    draw.mockResolvedValue([picture]);
    const [drawn] = await generator.draw([recipe], options);
    expect(Buffer.from(drawn ?? []).equals(picture)).toBe(true);
    expect(draw.mock.calls[0]?.[0]).toEqual([recipe]);
    expect(generator.manifest).toEqual(manifest);
  });

  it('composes', async () => {
    const composed = { picture: Uint8Array.of(1), mimeType: 'image/webp', portraits: [] } as const;
    compose.mockResolvedValue(composed);
    expect(await generator.compose({ kind: 'grid' }, [recipe], options)).toEqual(composed);
  });

  it('passes progress on, and many questions at once', async () => {
    draw.mockImplementation(async ([{ seed } = recipe], { onProgress }) => {
      onProgress?.({ position: seed, done: 0, total: 1 });
      return [Uint8Array.of(seed)];
    });
    const seen: DrawProgress[] = [];
    const onProgress = (progress: DrawProgress) => void seen.push(progress);
    const drawn = await Promise.all(
      [3, 2, 1].map((seed) => generator.draw([{ ...recipe, seed }], { ...options, onProgress })),
    );
    expect(drawn.map(([bytes]) => bytes?.[0])).toEqual([3, 2, 1]);
    expect(seen.map(({ position }) => position)).toEqual([3, 2, 1]);
  });

  it('rebuilds errors', async () => {
    draw.mockRejectedValue(new QueueFullError('queue-full', 'full', { context: { waiting: 512 } }));
    await expect(generator.draw([recipe], options)).rejects.toMatchObject({
      name: 'QueueFullError',
      code: 'queue-full',
      context: { waiting: 512 },
    });
  });

  it('cancels there what is cancelled here', async () => {
    const isAborted = new Promise<boolean>((resolve) => {
      draw.mockImplementation(async (_recipes, { signal }) => {
        signal?.addEventListener('abort', () => {
          resolve(true);
        });
        return new Promise(() => undefined);
      });
    });
    const controller = new AbortController();
    const drawing = generator.draw([recipe], { ...options, signal: controller.signal });
    await vi.waitFor(() => expect(draw).toHaveBeenCalled());
    controller.abort(new Error('enough'));
    await expect(drawing).rejects.toThrow('enough');
    expect(await isAborted).toBe(true);
  });

  it('fails what waits when the other process ends', async () => {
    draw.mockReturnValue(new Promise(() => undefined));
    const drawing = generator.draw([recipe], options);
    await vi.waitFor(() => expect(draw).toHaveBeenCalled());
    await Promise.all([
      expect(drawing).rejects.toMatchObject({ code: 'worker-died' }),
      host.close(),
    ]);
    await expect(generator.draw([recipe], options)).rejects.toMatchObject({ code: 'worker-died' });
  });

  it('says so when nobody draws there', async () => {
    await expect(connectGenerator(join(folder, 'nobody'))).rejects.toMatchObject({
      code: 'worker-not-started',
    });
  });

  it('says so when the other process leaves before it has said anything', async () => {
    const leaving = createServer((socket) => {
      socket.end();
    });
    const there = join(folder, 'leaving.sock');
    await new Promise<void>((resolve) => {
      leaving.listen(there, resolve);
    });
    await expect(connectGenerator(there)).rejects.toMatchObject({ code: 'worker-not-started' });
    leaving.close();
  });
});
