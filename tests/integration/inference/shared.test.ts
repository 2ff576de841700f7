import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { QueueFullError } from '../../../src/errors/app-error.js';
import type {
  DrawOptions,
  DrawProgress,
  PortraitGenerator,
  Recipe,
} from '../../../src/inference/portrait-generator.js';
import { connectGenerator } from '../../../src/inference/ipc/connect-generator.js';
import { GeneratorHost } from '../../../src/inference/ipc/generator-host.js';
import { itWith } from '../../support/describe-with.js';
import { needs } from '../../support/needs.js';

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
  const draw = vi.fn<PortraitGenerator['draw']>();
  const compose = vi.fn<PortraitGenerator['compose']>();
  const read = vi.fn<PortraitGenerator['read']>();
  let host: GeneratorHost;
  let address: string;
  let generator: PortraitGenerator;

  beforeEach(async () => {
    vi.resetAllMocks();
    host = new GeneratorHost(
      {
        manifest,
        others: [{ ...manifest, id: 'beside' }],
        draw,
        compose,
        read,
        close: async () => undefined,
      },
      log,
    );
    address = await host.listen();
    generator = await connectGenerator({ address, log, drainMs: 200 });
  });
  afterEach(async () => {
    await generator.close();
    await host.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('draws there what is asked here, typed arrays and all', async () => {
    const picture = new Uint8Array(300_000).fill(9);
    draw.mockResolvedValue([picture]);
    const [drawn] = await generator.draw([recipe], options);
    expect(Buffer.from(drawn ?? []).equals(picture)).toBe(true);
    expect(draw.mock.calls[0]?.[0]).toEqual([recipe]);
    expect(generator.manifest).toEqual(manifest);
    expect(generator.others.map(({ id }) => id)).toEqual(['beside']);
  });

  it('reads', async () => {
    const { z, phi } = recipe;
    const reading = { z, phi, certainty: 0.75, distance: 0.125 };
    read.mockResolvedValue(reading);
    const picture = { data: new Uint8Array(12).fill(7), width: 2, height: 2 };
    expect(await generator.read(picture, { person: 'discord:1' })).toEqual(reading);
    expect(read.mock.calls[0]?.[0]).toEqual(picture);
    expect(read.mock.calls[0]?.[1]).toMatchObject({ person: 'discord:1' });
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

  it('finishes what waits when it is closed here, and takes no more', async () => {
    let finish: (pictures: readonly Uint8Array[]) => void = () => undefined;
    draw.mockReturnValue(
      new Promise((resolve) => {
        finish = resolve;
      }),
    );
    const drawing = generator.draw([recipe], options);
    await vi.waitFor(() => expect(draw).toHaveBeenCalled());
    const closing = Promise.all([generator.close(), generator.close()]);
    await expect(generator.draw([recipe], options)).rejects.toMatchObject({
      code: 'shutting-down',
    });
    finish([Uint8Array.of(7)]);
    await expect(drawing).resolves.toEqual([Uint8Array.of(7)]);
    await closing;
  });

  it('does not wait for ever on being closed', async () => {
    draw.mockReturnValue(new Promise(() => undefined));
    const drawing = generator.draw([recipe], options);
    await Promise.all([
      expect(drawing).rejects.toMatchObject({ code: 'shutting-down' }),
      generator.close(),
    ]);
  });

  it('closes at once when what it waits for is cancelled, or the other process ends', async () => {
    draw.mockReturnValue(new Promise(() => undefined));
    const patient = await connectGenerator({ address, log, drainMs: 300_000 });
    const other = await connectGenerator({ address, log, drainMs: 300_000 });
    const controller = new AbortController();
    const drawings = [
      patient.draw([recipe], { ...options, signal: controller.signal }),
      other.draw([recipe], options),
    ];
    await vi.waitFor(() => expect(draw).toHaveBeenCalledTimes(2));
    const closing = Promise.all([patient.close(), other.close()]);
    controller.abort(new Error('enough'));
    await expect(drawings[0]).rejects.toThrow('enough');
    await Promise.all([
      expect(drawings[1]).rejects.toMatchObject({ code: 'worker-died' }),
      host.close(),
    ]);
    await closing;
  });

  it('draws on for somebody who fails to follow it, and tells the log once', async () => {
    draw.mockImplementation(async (_recipes, { onProgress }) => {
      onProgress?.({ position: 1, done: 0, total: 1 });
      onProgress?.({ position: 0, done: 0, total: 1 });
      return [Uint8Array.of(5)];
    });
    const onProgress = () => {
      throw new Error('the page has gone');
    };
    const drawn = await generator.draw([recipe], { ...options, onProgress });
    expect(drawn).toEqual([Uint8Array.of(5)]);
    expect(log.warn).toHaveBeenCalledOnce();
  });

  itWith(
    needs.linux,
    'listens in a folder that nobody else may enter, and leaves nothing behind',
    async () => {
      const own = dirname(address);
      expect(statSync(own).mode & 0o777).toBe(0o700);
      await host.close();
      expect(existsSync(own)).toBe(false);
    },
  );

  it('says so when nobody draws there', async () => {
    await expect(connectGenerator({ address: join(folder, 'nobody'), log })).rejects.toMatchObject({
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
    await expect(connectGenerator({ address: there, log })).rejects.toMatchObject({
      code: 'worker-not-started',
    });
    leaving.close();
  });
});
