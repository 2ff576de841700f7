import { describe, expect, it } from 'vitest';
import { FairQueue } from '../../../src/inference/pool/fair-queue.js';

interface Item {
  readonly person: string;
  readonly id: string;
}

/** 'a1' is ann's first. */
function fill(ids: readonly string[]): { queue: FairQueue<Item>; items: Item[] } {
  const queue = new FairQueue<Item>();
  const items = ids.map((id) => ({ person: id.charAt(0), id }));
  for (const item of items) queue.push(item);
  return { queue, items };
}

const idsOf = (items: readonly Item[]): string[] => items.map(({ id }) => id);

describe('FairQueue', () => {
  it('serves person after person, each in their own order', () => {
    const { queue } = fill(['a1', 'a2', 'a3', 'b1', 'c1', 'c2']);
    expect(idsOf(queue.drain())).toEqual(['a1', 'b1', 'c1', 'a2', 'c2', 'a3']);
  });

  it('tells for each how many come before it', () => {
    const { queue, items } = fill(['a1', 'a2', 'a3', 'b1', 'c1', 'c2']);
    const positions = Object.fromEntries(items.map((item) => [item.id, queue.positionOf(item)]));
    expect(positions).toEqual({ a1: 0, b1: 1, c1: 2, a2: 3, c2: 4, a3: 5 });
  });

  it('fills a batch with what fits, a round at a time', () => {
    const { queue } = fill(['a1', 'a2', 'b1', 'b2', 'c1']);
    const batch = queue.takeBatch(4, (_, { person }) => person !== 'c');
    expect(idsOf(batch)).toEqual(['a1', 'b1', 'a2', 'b2']);
    expect(idsOf(queue.drain())).toEqual(['c1']);
  });

  it('fills no batch beyond its size, also within a round', () => {
    const { queue } = fill(['a1', 'b1', 'c1', 'd1']);
    expect(idsOf(queue.takeBatch(2, () => true))).toEqual(['a1', 'b1']);
    expect(idsOf(queue.takeBatch(1, () => true))).toEqual(['c1']);
    expect(idsOf(queue.drain())).toEqual(['d1']);
  });

  it('goes on with whom a batch left out', () => {
    const { queue } = fill(['a1', 'b1', 'c1', 'a2', 'b2']);
    queue.takeBatch(2, () => true);
    expect(idsOf(queue.drain())).toEqual(['c1', 'a2', 'b2']);
  });

  it('serves what is put back before all others', () => {
    const { queue, items } = fill(['a1', 'b1', 'b2']);
    const [first] = items;
    queue.takeBatch(1, () => true);
    if (first) queue.unshift(first);
    expect(idsOf(queue.drain())).toEqual(['a1', 'b1', 'b2']);
  });

  it('forgets what is removed, once', () => {
    const { queue, items } = fill(['a1', 'a2', 'b1']);
    const [, second] = items;
    expect(second && queue.remove(second)).toBe(true);
    expect(second && queue.remove(second)).toBe(false);
    expect(idsOf(queue.drain())).toEqual(['a1', 'b1']);
  });

  it('counts what waits, in all and of a person', () => {
    const { queue } = fill(['a1', 'a2', 'b1']);
    queue.takeBatch(1, () => true);
    expect([queue.size, queue.sizeOf('a'), queue.sizeOf('b'), queue.sizeOf('z')]).toEqual([
      2, 1, 1, 0,
    ]);
  });
});
