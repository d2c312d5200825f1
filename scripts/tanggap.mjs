#!/usr/bin/env node
// Runs the command line on the pinned Node, whatever Node called it, and builds the program first when it is missing.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { handOver } from './hand-over.mjs'
import { serviceEnvironment, serviceFlags } from './service-flags.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const pinned = join(root, 'node_modules', 'node', 'bin', 'node')
const node = existsSync(pinned) ? pinned : process.execPath

if (!existsSync(join(root, 'build', 'tanggap.js'))) {
  const built = spawnSync(node, [join(root, 'scripts', 'build-program.ts')], { stdio: 'inherit', cwd: root })
  if (built.status !== 0) process.exit(built.status ?? 1)
}
// A backup or an import may need more than the service does.
const flags = process.argv[2] === 'start' ? serviceFlags : ['--enable-source-maps']
handOver(node, [...flags, join(root, 'build', 'tanggap.js'), ...process.argv.slice(2)], { ...serviceEnvironment, ...process.env })
