import { describe, expect, it } from 'vitest';
import { RateLimiter } from '../../../../src/game/limits/rate-limiter.js';
import type { AllowanceStore } from '../../../../src/storage/storage.js';

class MemoryAllowances implements AllowanceStore {
  readonly #times = new Map<string, number>();

  async find(key: string): Promise<number | undefined> {
    return this.#times.get(key);
  }

  async replace(key: string, expected: number | undefined, next: number): Promise<boolean> {
    if (this.#times.get(key) !== expected) return false;
    this.#times.set(key, next);
    return true;
  }

  async removeBefore(): Promise<number> {
    return 0;
  }
}

function start(): { limiter: RateLimiter; advance: (milliseconds: number) => void } {
  let now = 1_000_000;
  const limiter = new RateLimiter(new MemoryAllowances(), () => new Date(now));
  return { limiter, advance: (milliseconds) => (now += milliseconds) };
}

describe('RateLimiter', () => {
  it('gives what a minute allows at once, then says exactly how long to wait', async () => {
    const { limiter, advance } = start();
    const charge = { key: 'a', amount: 1, perMinute: 6 };
    for (let taken = 0; taken < 6; taken += 1) expect(await limiter.take(charge)).toBe(0);
    expect(await limiter.take(charge)).toBe(10_000);
    advance(9_999);
    expect(await limiter.take(charge)).toBe(1);
    advance(1);
    expect(await limiter.take(charge)).toBe(0);
  });

  it('lets a ten-pull through where the limit is lower, once the allowance is whole', async () => {
    const { limiter, advance } = start();
    const charge = { key: 'a', amount: 10, perMinute: 5 };
    expect(await limiter.take(charge)).toBe(0);
    const wait = await limiter.take(charge);
    expect(wait).toBe(120_000);
    advance(wait);
    expect(await limiter.take(charge)).toBe(0);
  });

  it('gives back what failed work had taken', async () => {
    const { limiter } = start();
    const charge = { key: 'a', amount: 6, perMinute: 6 };
    await limiter.take(charge);
    await limiter.refund(charge);
    expect(await limiter.take(charge)).toBe(0);
  });

  it('lets a whole crowd through at once where the limit allows it', async () => {
    const { limiter } = start();
    const charge = { key: 'a', amount: 1, perMinute: 100 };
    const waits = await Promise.all(Array.from({ length: 60 }, () => limiter.take(charge)));
    expect(waits.filter((wait) => wait > 0)).toEqual([]);
  });

  it('lets no more through when all come at once', async () => {
    const { limiter } = start();
    const charge = { key: 'a', amount: 1, perMinute: 5 };
    const waits = await Promise.all(Array.from({ length: 8 }, () => limiter.take(charge)));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });
});
