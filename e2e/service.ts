// Starts the real service for the journeys: fresh data in a folder of its own, demo tickets, mails in the local outbox.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildAssets } from '../scripts/build-assets.ts'
import { buildProgram } from '../scripts/build-program.ts'

const root = resolve(import.meta.dirname, '..')
const data = await mkdtemp(join(tmpdir(), 'tanggap-e2e-'))
// PostgreSQL runs as another user when this runs as root, and must be able to reach its folder.
await chmod(data, 0o755)
await Promise.all([buildAssets({}), buildProgram()])

const child = spawn(process.execPath, [join(root, 'build/tanggap.js'), 'start'], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PORT: process.env['E2E_PORT'] ?? '8171',
    TANGGAP_DATA: data,
    TANGGAP_MODE: 'development',
    TANGGAP_DEMO: 'on',
    LOG_LEVEL: 'warn',
    SMTP_URL: '',
    LIMIT_FACTOR: '1000',
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill('SIGTERM'))
child.on('exit', (code) => {
  rm(data, { recursive: true, force: true }).finally(() => process.exit(code ?? 0))
})
