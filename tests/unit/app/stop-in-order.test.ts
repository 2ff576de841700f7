import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stopInOrder } from '../../../src/app/stop-in-order.js';

type Part = 'storage' | 'game' | 'web' | 'discord' | 'telegram';
const STAGES: readonly (readonly Part[])[] = [
  ['storage'],
  ['game'],
  ['web', 'discord', 'telegram'],
];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Parts that take so many milliseconds to stop, and what was seen of it. */
function stage(takes: Readonly<Partial<Record<Part, number>>>) {
  const seen: string[] = [];
  const stops = new Map<Part, () => Promise<void>>();
  for (const [part, ms] of Object.entries(takes) as [Part, number][]) {
    stops.set(part, async () => {
      seen.push(`${part} begins at ${performance.now()}`);
      await new Promise((resolve) => setTimeout(resolve, ms));
      seen.push(`${part} ends at ${performance.now()}`);
    });
  }
  const log = { warn: vi.fn(), error: vi.fn() };
  return { seen, log, plan: { stages: STAGES, stops, log, withinMs: 9000 } };
}

describe('stopInOrder', () => {
  it('stops the front ends beside each other, and then what they stand on', async () => {
    const { seen, plan, log } = stage({
      storage: 10,
      game: 20,
      web: 500,
      discord: 6000,
      telegram: 5000,
    });
    const from = performance.now();
    const stopping = stopInOrder(plan);
    await vi.runAllTimersAsync();
    expect(await stopping).toEqual([]);
    expect(seen).toEqual([
      `web begins at ${from}`,
      `discord begins at ${from}`,
      `telegram begins at ${from}`,
      `web ends at ${from + 500}`,
      `telegram ends at ${from + 5000}`,
      `discord ends at ${from + 6000}`,
      `game begins at ${from + 6000}`,
      `game ends at ${from + 6020}`,
      `storage begins at ${from + 6020}`,
      `storage ends at ${from + 6030}`,
    ]);
    expect(log.warn).not.toHaveBeenCalled();
  });

  it('leaves behind what takes too long, and still closes the database in time', async () => {
    const { seen, plan, log } = stage({ storage: 10, discord: 60_000, telegram: 100 });
    const from = performance.now();
    const stopping = stopInOrder(plan);
    await vi.advanceTimersByTimeAsync(9000);
    expect(await stopping).toEqual(['discord']);
    expect(seen.at(-1)).toBe(`storage ends at ${from + 8010}`);
    expect(log.warn.mock.calls[0]?.[0]).toEqual({ parts: ['discord'] });
  });

  it('goes on where a part does not stop cleanly', async () => {
    const { seen, plan, log } = stage({ storage: 10 });
    plan.stops.set('web', async () => {
      await Promise.resolve();
      throw new Error('stuck');
    });
    const stopping = stopInOrder(plan);
    await vi.runAllTimersAsync();
    expect(await stopping).toEqual([]);
    expect(log.error).toHaveBeenCalledOnce();
    expect(seen).toHaveLength(2);
  });
});
