import { expect, it } from 'vitest';
import { InferenceError, InferenceTimeoutError } from '../../../src/errors/app-error.js';
import type { DrawProgress } from '../../../src/inference/portrait-generator.js';
import { describeWith } from '../../support/describe-with.js';
import { listQueueServers } from '../../support/queue/queue-servers.js';
import { runProgram } from '../../support/run-program.js';
import { inRequest } from '../../../src/errors/request-scope.js';
import { BrokenGenerator, eventually, NotingGenerator, useQueue, WEBP } from './queue-harness.js';

for (const server of listQueueServers()) {
  describeWith(server.need, `trouble with a queue in ${server.name}`, { timeout: 120_000 }, () => {
    const stage = useQueue(server);

    it('loses no pull when a worker is killed in the middle of a burst', async () => {
      const queued = await stage.ask();
      const doomed = runProgram('src/app/worker.ts', [], { env: { QUEUE_URL: stage.url } });
      await doomed.until('ready: drawing');
      let begin!: () => void;
      const begun = new Promise<void>((resolve) => (begin = resolve));
      const onProgress = ({ done }: DrawProgress): void => {
        if (done > 0) begin();
      };
      const people = Array.from({ length: 12 }, (_, at) => `test:${at}`);
      const drawn = people.map((person) =>
        queued.draw(stage.recipes(8), { ...WEBP, person, onProgress }),
      );
      await begun;
      doomed.child.kill('SIGKILL');
      await doomed.ended;
      await stage.work();
      const expected = await stage.local.draw(stage.recipes(8), WEBP);
      for (const pictures of await Promise.all(drawn)) expect(pictures).toEqual(expected);
    });

    it('tries what fails on one worker on another, and logs for whom', async () => {
      const queued = await stage.ask();
      const [broken, sound] = [new BrokenGenerator(stage.local), new NotingGenerator(stage.local)];
      await stage.work(broken, 2, 60_000);
      const drawn = inRequest('test:event 7', () => queued.draw(stage.recipes(2), WEBP));
      await eventually(() => expect(broken.failures).toHaveLength(1));
      await stage.work(sound);
      expect(await drawn).toHaveLength(2);
      expect([broken.failures, sound.drawnFor]).toMatchObject([[{}], [WEBP.person]]);
      const [[fields]] = stage.log.warn.mock.calls as [[object]];
      expect(fields).toMatchObject({ request: 'test:event 7' });
    });

    it('says what is wrong when it fails on the only worker again', async () => {
      const queued = await stage.ask();
      const broken = new BrokenGenerator(stage.local);
      await stage.work(broken, 2, 10);
      const error = await queued.draw(stage.recipes(1), WEBP).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ code: 'inference-failed', message: 'no memory left' });
      expect(broken.failures).toHaveLength(2);
    });

    it('draws what waited, and what was asked meanwhile, when the store comes back', async () => {
      const queued = await stage.ask({ lookAfterMs: 100 });
      await stage.work();
      await queued.draw([stage.recipe(1)], WEBP);
      const before = queued.draw(stage.recipes(40), WEBP);
      await server.stop();
      const meanwhile = queued.draw([stage.recipe(2)], { ...WEBP, person: 'test:bob' });
      await eventually(() => expect(stage.log.warn).toHaveBeenCalled());
      await server.start();
      expect(await before).toHaveLength(40);
      expect(await meanwhile).toHaveLength(1);
      expect(await queued.draw([stage.recipe(3)], WEBP)).toHaveLength(1);
    });

    it('says that drawings cannot be had while the store stays away, and draws again later', async () => {
      const queued = await stage.ask({ silenceMs: 300, lookAfterMs: 100 });
      await stage.work();
      await server.stop();
      const error = await queued.draw([stage.recipe(1)], WEBP).catch(same);
      expect(error).toBeInstanceOf(InferenceError);
      expect(error).toMatchObject({ code: 'worker-not-started' });
      await server.start();
      const again = async () => expect(await queued.draw([stage.recipe(1)], WEBP)).toHaveLength(1);
      await eventually(again);
    });

    it('says so when no worker comes in time', async () => {
      const queued = await stage.ask({ silenceMs: 300 });
      const error = await queued.draw([stage.recipe(1)], WEBP).catch(same);
      expect(error).toBeInstanceOf(InferenceTimeoutError);
      await eventually(async () => expect(await stage.countAll()).toBe(0));
    });

    it('leaves alone what is of another version of the model', async () => {
      const queued = await stage.ask();
      const other = new NotingGenerator(stage.local, {
        ...stage.local.manifest,
        version: '9.0.0',
      });
      await stage.work(other);
      const drawn = queued.draw([stage.recipe(1)], WEBP);
      await eventually(async () => expect(await stage.countWaiting()).toBe(1));
      await stage.work();
      expect(await drawn).toHaveLength(1);
      expect(other.drawnFor).toEqual([]);
    });

    it('lets a worker go while the store is away', async () => {
      const worker = await stage.work();
      await server.stop();
      try {
        await eventually(() => expect(worker.problem()).toBeDefined());
        // BullMQ by itself waits for the store, for as long as it is away.
        await expect(worker.close()).resolves.toBeUndefined();
      } finally {
        await server.start();
      }
    });

    it('finishes what it draws before a worker closes, and leaves the rest to others', async () => {
      const queued = await stage.ask();
      const noting = new NotingGenerator(stage.local);
      const closing = await stage.work(noting, 1);
      const drawn = ['ann', 'bob'].map((person) =>
        queued.draw(stage.recipes(20), { ...WEBP, person }),
      );
      await eventually(() => expect(noting.drawnFor).toHaveLength(1));
      await closing.close();
      expect(await drawn[0]).toHaveLength(20);
      expect(noting.drawnFor).toEqual(['ann']);
      await stage.work();
      expect(await drawn[1]).toHaveLength(20);
    });

    it('tells those who wait that it is closing, and leaves nothing behind', async () => {
      const queued = await stage.ask({ drainMs: 50 });
      const drawn = queued.draw([stage.recipe(1)], WEBP).catch(same);
      await eventually(async () => expect(await stage.countWaiting()).toBe(1));
      await queued.close();
      expect(await drawn).toMatchObject({ code: 'shutting-down' });
      expect(await stage.countAll()).toBe(0);
      const late = queued.draw([stage.recipe(1)], WEBP);
      await expect(late).rejects.toMatchObject({ code: 'shutting-down' });
    });
  });
}

const same = (error: unknown): unknown => error;
