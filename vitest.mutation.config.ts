import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutation` repeats for every mutant: the quick ones of what it mutates. */
// oxlint-disable-next-line import/no-default-export -- Vitest reads the default export
export default defineConfig({
  test: {
    include: [
      'tests/unit/{game,parsing,attributes}/**/*.test.ts',
      'tests/integration/game/{rules,keeping,making}.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
