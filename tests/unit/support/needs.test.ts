import { describe, expect, it } from 'vitest';
import { needs, reasonOf, tellMissing, type Need } from '../../support/needs.js';

const anvil: Need = {
  lack: 'there is no anvil',
  remedy: 'Get it with `forge anvil`',
  isMet: () => false,
};
const file: Need = {
  lack: 'the file is blunt',
  remedy: 'Sharpen it',
  isMet: () => false,
  sharpens: 'tests/integration/smithy/',
};
const path = 'tests/integration/smithy/shoes.test.ts';
const leftOut = (name: string, need: Need) => ({
  fullName: `shoes ${reasonOf(need)} > ${name}`,
  path: 'tests/unit/shoes.test.ts',
});

describe('what a run tells about what the machine lacked', () => {
  it('is one line a missing thing: how many tests it cost and how to get it', () => {
    const tests = [leftOut('fit', anvil), leftOut('last', anvil), { fullName: 'bellows', path }];
    expect(tellMissing(tests, [anvil])).toEqual([
      'There is no anvil: 2 tests were left out. Get it with `forge anvil`.',
    ]);
  });

  it('counts the tests that ran but checked less', () => {
    const tests = [
      leftOut('shine', file),
      { fullName: 'fit', path },
      { fullName: 'sums', path: 'tests/unit/sums.test.ts' },
    ];
    expect(tellMissing(tests, [file])).toEqual([
      'The file is blunt: 1 test was left out, 1 test checks less. Sharpen it.',
    ]);
  });

  it('is nothing where the run did without', () => {
    const tests = [{ fullName: 'sums', path: 'tests/unit/sums.test.ts' }];
    expect(tellMissing(tests, [anvil, file])).toEqual([]);
    expect(tellMissing([{ fullName: 'fit', path }], [{ ...file, isMet: () => true }])).toEqual([]);
  });

  it.each(Object.values(needs))('says what to do when $lack', ({ remedy }) => {
    expect(remedy).toMatch(/^(Get it with|Run the tests|Save https:)/);
  });
});
