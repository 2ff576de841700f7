import { expect, it } from 'vitest';
import { InferenceError, QueueFullError } from '../../../src/errors/app-error.js';
import type { DrawProgress } from '../../../src/inference/portrait-generator.js';
import { describeWith } from '../../support/describe-with.js';
import { listQueueServers } from '../../support/queue/queue-servers.js';
import { eventually, HoldingGenerator, NotingGenerator, useQueue, WEBP } from './queue-harness.js';

for (const server of listQueueServers()) {
  describeWith(server.need, `drawing through ${server.name}`, {}, () => {
    const stage = useQueue(server);

    it('gives byte for byte what is drawn in process', async () => {
      const queued = await stage.ask();
      await stage.work();
      const options = { ...WEBP, sizePx: 256 } as const;
      const recipe = { ...stage.recipe(3), description: '金髪 \0 blonde', shareCode: 'abc' };
      const drawn = await queued.draw([recipe, stage.recipe(4)], options);
      const expected = await stage.local.draw([recipe, stage.recipe(4)], options);
      expect(drawn.map(toBuffer)).toEqual(expected.map(toBuffer));
      expect(queued.manifest).toEqual(stage.local.manifest);
    });

    it.each([
      { kind: 'grid' },
      { kind: 'strip', large: 9 },
      { kind: 'animation', encoding: 'gif' },
    ] as const)('composes byte for byte the same %o', async ({ large, ...rest }) => {
      const queued = await stage.ask();
      await stage.work();
      const more = large === undefined ? {} : { large: stage.recipe(large) };
      const composition = { ...rest, ...more } as Parameters<typeof queued.compose>[0];
      const composed = await queued.compose(composition, stage.recipes(4), WEBP);
      const expected = await stage.local.compose(composition, stage.recipes(4), WEBP);
      expect(composed.mimeType).toBe(expected.mimeType);
      expect(toBuffer(composed.picture)).toEqual(toBuffer(expected.picture));
      expect(composed.portraits.map(toBuffer)).toEqual(expected.portraits.map(toBuffer));
    });

    it('finds the same face in a picture', async () => {
      const queued = await stage.ask();
      await stage.work();
      const data = Uint8Array.from({ length: 70 * 64 * 3 }, (_, at) => (at * at) % 251);
      const picture = { data, width: 70, height: 64 };
      const reading = await queued.read(picture, { person: WEBP.person });
      expect(reading).toEqual(await stage.local.read(picture, { person: WEBP.person }));
      expect(reading.certainty).toBeGreaterThan(0.9);
    });

    it('tells how many pictures come first, then how many are ready', async () => {
      const queued = await stage.ask();
      const progress: DrawProgress[] = [];
      const first = queued.draw(stage.recipes(5), { ...WEBP, person: 'test:bob' });
      const onProgress = (now: DrawProgress): void => void progress.push(now);
      const second = queued.draw(stage.recipes(3), { ...WEBP, onProgress });
      expect(progress).toEqual([{ position: 5, done: 0, total: 3 }]);
      await stage.work();
      await Promise.all([first, second]);
      expect(progress.at(-1)).toEqual({ position: 0, done: 3, total: 3 });
      const done = progress.map((now) => now.done);
      expect(done).toEqual(done.toSorted((a, b) => a - b));
    });

    it('draws on for whoever throws on being told how far it is', async () => {
      const queued = await stage.ask();
      const onProgress = (): void => {
        throw new Error('unheard');
      };
      const drawn = queued.draw(stage.recipes(2), { ...WEBP, onProgress });
      await stage.work();
      expect(await drawn).toHaveLength(2);
      expect(stage.log.warn).toHaveBeenCalledOnce();
    });

    it('lets people take turns', async () => {
      const queued = await stage.ask();
      const drawn = ['ann', 'ann', 'ann', 'bob', 'bob', 'cat'].map((person) =>
        queued.draw([stage.recipe(1)], { ...WEBP, person }),
      );
      await eventually(async () => expect(await stage.countWaiting()).toBe(6));
      const noting = new NotingGenerator(stage.local);
      await stage.work(noting, 1);
      await Promise.all(drawn);
      expect(noting.drawnFor).toEqual(['ann', 'bob', 'cat', 'ann', 'bob', 'ann']);
    });

    it('throws what the worker threw, as the same class', async () => {
      const queued = await stage.ask();
      await stage.work();
      const error = await queued.draw([{ ...stage.recipe(1), model: 'other' }], WEBP).catch(same);
      expect(error).toBeInstanceOf(InferenceError);
      expect(error).toMatchObject({ code: 'recipe-mismatch', context: { model: 'other' } });
    });

    it.each([
      ['queue-full', { maxWaiting: 4 }, 'test:bob'],
      ['person-queue-full', { maxWaitingOfPerson: 4 }, WEBP.person],
    ])('refuses with %s what is too much to wait', async (code, limits, person) => {
      const queued = await stage.ask(limits);
      const waiting = queued.draw(stage.recipes(3), WEBP);
      const error = await queued.draw(stage.recipes(2), { ...WEBP, person }).catch(same);
      expect(error).toBeInstanceOf(QueueFullError);
      expect(error).toMatchObject({ code, context: { waiting: 3 } });
      await stage.work();
      expect(await waiting).toHaveLength(3);
      expect(await queued.draw(stage.recipes(2), { ...WEBP, person })).toHaveLength(2);
    });

    it('refuses what is too much with what waits for another front end on the queue', async () => {
      const [queued, other] = [
        await stage.ask({ maxWaiting: 4 }),
        await stage.ask({ maxWaiting: 4 }),
      ];
      const waiting = queued.draw(stage.recipes(3), WEBP);
      await eventually(async () => {
        const cancel = new AbortController();
        const drawn = other.draw(stage.recipes(2), { ...WEBP, signal: cancel.signal });
        cancel.abort();
        expect(await drawn.catch(same)).toMatchObject({
          code: 'queue-full',
          context: { waiting: 3 },
        });
      });
      await stage.work();
      expect(await waiting).toHaveLength(3);
      await eventually(async () =>
        expect(await other.draw(stage.recipes(2), WEBP)).toHaveLength(2),
      );
    });

    it('takes back a pull that is aborted while it waits', async () => {
      const queued = await stage.ask();
      const cancel = new AbortController();
      const drawn = queued.draw(stage.recipes(2), { ...WEBP, signal: cancel.signal });
      await eventually(async () => expect(await stage.countWaiting()).toBe(1));
      cancel.abort(new Error('changed my mind'));
      await expect(drawn).rejects.toThrow('changed my mind');
      await eventually(async () => expect(await stage.countWaiting()).toBe(0));
      const already = queued.draw(stage.recipes(2), { ...WEBP, signal: cancel.signal });
      await expect(already).rejects.toThrow('changed my mind');
    });

    it('lets a worker stop drawing what is aborted meanwhile', async () => {
      const queued = await stage.ask();
      const holding = new HoldingGenerator(stage.local);
      await stage.work(holding);
      const cancel = new AbortController();
      const onProgress = ({ done }: DrawProgress): void => {
        if (done > 0) cancel.abort(new Error('changed my mind'));
      };
      const options = { ...WEBP, signal: cancel.signal, onProgress };
      await expect(queued.draw(stage.recipes(9), options)).rejects.toThrow('changed my mind');
      await eventually(() => expect(holding.failures).toHaveLength(1));
      expect(await queued.draw([stage.recipe(1)], WEBP)).toHaveLength(1);
    });

    it('leaves no picture in the store once they are fetched', async () => {
      const queued = await stage.ask();
      await stage.work();
      await Promise.all([1, 2, 3].map((seed) => queued.draw([stage.recipe(seed)], WEBP)));
      await eventually(async () => expect(await stage.countAll()).toBe(0));
    });
  });
}

const same = (error: unknown): unknown => error;
const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes);
