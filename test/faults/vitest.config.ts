import { defineConfig } from 'vitest/config'

// Faults that take longer than `npm test` may: real programs killed and flooded, one after the other.
export default defineConfig({
  test: {
    name: 'faults',
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/faults/*.faults.ts'],
    globalSetup: ['./test/database.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
})
