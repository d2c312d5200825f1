import { defineConfig } from 'vitest/config'

// Two workers: the machines this runs on have two cores. Processes rather than threads, because native parts
// (sharp, argon2) and the embedded database behave there as in service.
export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 15_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,test,scripts,bench}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.db.test.{ts,tsx}', '**/node_modules/**'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{src,test,scripts,bench}/**/*.db.test.{ts,tsx}'],
          globalSetup: ['./test/database.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
