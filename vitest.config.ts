import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const shared = { globalSetup: 'tests/support/global-setup.ts' };

// oxlint-disable-next-line import/no-default-export -- Vitest reads the default export
export default defineConfig({
  test: {
    // Integration tests wait more than they compute.
    maxWorkers: availableParallelism() + 1,
    projects: [
      { test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      {
        test: {
          ...shared,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/**/generated/**', 'src/app/main.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});
