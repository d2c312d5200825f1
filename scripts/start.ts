import { buildAssets } from './build-assets.ts'
import { buildProgram } from './build-program.ts'
import { handOver } from './hand-over.mjs'
import { serviceEnvironment, serviceFlags } from './service-flags.mjs'

await Promise.all([buildAssets({}), buildProgram()])
handOver(process.execPath, [...serviceFlags, 'build/tanggap.js', 'start', ...process.argv.slice(2)], {
  ...serviceEnvironment,
  ...process.env,
})
