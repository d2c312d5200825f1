import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Assets } from '../platform/html.ts'

/** Addresses of the built files by their plain names. Without a build (unit tests) the plain name itself. */
export function loadAssets(root: string): Assets {
  const file = join(root, 'build', 'assets', 'manifest.json')
  const names: Readonly<Record<string, string>> = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
  return (name) => `/aset/${names[name] ?? name}`
}
