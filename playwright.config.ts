import { defineConfig } from '@playwright/test'
import { browserFlags, findBrowser } from './e2e/browser.ts'

const browser = await findBrowser()
const port = Number(process.env['E2E_PORT'] ?? 8171)
const address = process.env['E2E_URL'] ?? `http://127.0.0.1:${port}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: '*.e2e.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env['CI'] !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL: address,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    screenshot: 'only-on-failure',
    // Keeping one of every journey, in case it fails, takes as long again: `npm run e2e -- --trace retain-on-failure` where it is needed.
    trace: 'off',
    launchOptions: {
      executablePath: browser.executablePath,
      args: [...browserFlags],
      env: { ...process.env, ...browser.environment },
    },
  },
  // E2E_URL tries the journeys against a service that already runs.
  ...(process.env['E2E_URL'] === undefined
    ? {
        webServer: {
          command: 'node e2e/service.ts',
          port,
          env: { E2E_PORT: String(port) },
          timeout: 180_000,
          stdout: 'pipe',
          stderr: 'pipe',
          gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
        },
      }
    : {}),
})
