/**
 * Copies the drawings of the named Lucide icons into `src/ui/icons/drawings.ts`, beside those already there:
 * `node scripts/pick-icons.ts bell star`. Pages then ship only the drawings they use, inside their own HTML.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'

type Shape = readonly [string, Readonly<Record<string, string>>]

const target = join(import.meta.dirname, '../src/ui/icons/drawings.ts')
const nodes = JSON.parse(await readFile(createRequire(import.meta.url).resolve('lucide-static/icon-nodes.json'), 'utf8')) as Readonly<
  Record<string, readonly Shape[] | undefined>
>

const before = await readFile(target, 'utf8').catch(() => '')
const kept = [...before.matchAll(/^ {2}'?([a-z0-9-]+)'?: \[/gm)].map((match) => match[1] ?? '')
const names = [...new Set([...kept, ...process.argv.slice(2)])].sort()

const lines = names.map((name) => {
  const shapes = nodes[name]
  if (!shapes) throw new Error(`Lucide has no icon '${name}'`)
  const drawn = shapes.map(([tag, { key: _key, ...attributes }]) => JSON.stringify([tag, attributes]))
  return `  '${name}': [${drawn.join(', ')}],`
})

await writeFile(
  target,
  `/** Drawings from Lucide (ISC licence, https://lucide.dev), written by scripts/pick-icons.ts. Do not edit by hand. */
export type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>]

export const drawings = {
${lines.join('\n')}
} as const satisfies Readonly<Record<string, readonly Shape[]>>
`,
)
