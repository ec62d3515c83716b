import { defineConfig } from 'vitest/config';

// In CI a test whose wait ran out is tried once more, and the summary says so: other programs use those processors.
// Nothing else is: a wrong value is wrong at the first try.
const retry = process.env['CI'] ? { count: 1, condition: /timed out|in time/ } : 0;

/** What takes long on a busy machine is not what is tested: a wait ends with its test, not before. */
const patient = { poll: { timeout: 55_000 } };

// Three kinds by file name: beside their source, on real PostgreSQL, and whole-system simulations.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,db,station,server,electron,web,renderer,build,bench}/**/*.test.ts'],
          exclude: ['**/*.pg.test.ts', '**/node_modules/**', 'build/out/**'],
          // No file changes what a module holds for another: a process that runs many loads each module once.
          isolate: false,
          retry,
          // Some start real stations and hosts.
          expect: patient,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'pg',
          include: ['{db,server,tests}/**/*.pg.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          fileParallelism: false,
          retry,
          expect: patient,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'simulation',
          include: ['tests/simulation/**/*.sim.test.ts'],
          globalSetup: ['tests/support/postgres-setup.ts'],
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'telephony',
          include: ['tests/telephony/**/*.tel.test.ts'],
          // Each file has an Asterisk of its own; two at once would wait for each other's processors.
          fileParallelism: false,
          // Calls run in real time: on a machine that others use too, a moment can be missed.
          retry: process.env['CI'] ? 1 : 0,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
