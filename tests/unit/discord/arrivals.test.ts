import { expect, it } from 'vitest';
import { Arrivals } from '../../../src/bots/discord/events/arrivals.js';

it('knows what has come before, and forgets what is long past', () => {
  const arrivals = new Arrivals();
  expect([arrivals.isNew('a'), arrivals.isNew('a')]).toEqual([true, false]);
  for (let id = 0; id < 5000; id += 1) arrivals.isNew(String(id));
  expect(arrivals.isNew('a')).toBe(true);
});
