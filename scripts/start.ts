import { spawn } from 'node:child_process'
import { buildAssets } from './build-assets.ts'
import { buildProgram } from './build-program.ts'
import { serviceEnvironment, serviceFlags } from './service-flags.mjs'

// One process group with the service: Ctrl-C reaches both, and this one waits for the service to end in order.
await Promise.all([buildAssets({}), buildProgram()])
const child = spawn(process.execPath, [...serviceFlags, 'build/tanggap.js', 'start', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...serviceEnvironment, ...process.env },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)))
