import { expect, it } from 'vitest';
import { ProgressBudget } from '../../../src/bots/discord/replies/progress-budget.js';

it('lets so many lines out each second, whoever waits', () => {
  let nowMs = 0;
  const budget = new ProgressBudget(2, () => nowMs);
  expect([budget.take(), budget.take(), budget.take()]).toEqual([true, true, false]);
  nowMs = 999;
  expect(budget.take()).toBe(false);
  nowMs = 1000;
  expect(budget.take()).toBe(true);
});
