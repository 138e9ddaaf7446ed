import { defineConfig } from 'vitest/config';

/**
 * `unit`: beside the code and what spans it, on a real database. `browser`: journeys in a real browser, on a real program.
 * `robustness`: the program under load, killed, and fed nonsense.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    globalSetup: ['test/world/database-server.ts'],
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/robustness/**'],
          testTimeout: 30_000,
          // Left to itself, Vitest keeps one of two cores for its own.
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/journeys/**/*.test.ts'],
          globalSetup: ['test/world/built.ts'],
          testTimeout: 120_000,
          // Two programs with a browser each: more would wait for one another.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'robustness',
          include: ['test/robustness/**/*.test.ts'],
          globalSetup: ['test/world/built.ts'],
          testTimeout: 120_000,
          // What is tried under load has the machine for itself.
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
