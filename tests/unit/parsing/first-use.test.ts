import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const { Segmenter } = Intl;
let made = 0;

beforeAll(() => {
  vi.resetModules();
  vi.stubGlobal('Intl', {
    ...Intl,
    Segmenter: class extends Segmenter {
      constructor(...options: ConstructorParameters<typeof Segmenter>) {
        if (options[1]?.granularity === 'word') made += 1;
        super(...options);
      }
    },
  });
});

afterAll(() => {
  vi.unstubAllGlobals();
});

it('loads the dictionary of Chinese and Japanese with the first description, so that no later one waits for it', async () => {
  const { parseDescription } = await import('../../../src/parsing/parse-description.js');
  parseDescription('red hair');
  expect(made).toBe(1);
  parseDescription('性别：女，困惑');
  expect(made).toBe(1);
}, 60_000);
