import { describe, expect, it } from 'vitest';
import { TurnQueue } from '../../../../src/storage/drivers/turn-queue.js';

function createGate(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

describe('TurnQueue', () => {
  it('runs no more at once than it has places, in order, also past failures', async () => {
    const queue = new TurnQueue(2);
    const gates = Array.from({ length: 5 }, createGate);
    const started: number[] = [];
    const results = gates.map(({ promise }, at) =>
      queue.run(async () => {
        started.push(at);
        await promise;
        if (at === 1) throw new Error('no');
        return at;
      }),
    );
    const settled = Promise.allSettled(results);
    await Promise.resolve();
    expect(started).toEqual([0, 1]);
    gates[1]?.resolve();
    await results[1]?.catch(() => undefined);
    await Promise.resolve();
    expect(started).toEqual([0, 1, 2]);
    for (const gate of gates) gate.resolve();
    await queue.settle();
    expect((await settled).map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
      'fulfilled',
    ]);
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });
});
