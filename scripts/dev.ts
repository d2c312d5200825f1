// Runs the service and starts it anew when a source changes; the data stay.
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { buildAssets } from './build-assets.ts'
import { buildProgram } from './build-program.ts'
import { serviceEnvironment, serviceFlags } from './service-flags.mjs'

let child: ChildProcess | null = null
let busy = false
let again = false

function end(running: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    running.once('exit', () => resolve())
    running.kill('SIGTERM')
  })
}

async function restart(): Promise<void> {
  if (busy) {
    again = true
    return
  }
  busy = true
  try {
    await Promise.all([buildAssets({}), buildProgram()])
    if (child?.exitCode === null) await end(child)
    child = spawn(process.execPath, [...serviceFlags, 'build/tanggap.js', 'start'], {
      stdio: 'inherit',
      env: { ...serviceEnvironment, ...process.env },
    })
  } catch (error) {
    console.error(error)
  }
  busy = false
  if (again) {
    again = false
    await restart()
  }
}

let timer: NodeJS.Timeout | undefined
for (const folder of ['src', 'migrations']) {
  watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(() => void restart(), 200)
  })
}
process.on('SIGINT', () => {
  if (child?.exitCode === null) child.once('exit', () => process.exit(0))
  else process.exit(0)
})
await restart()
