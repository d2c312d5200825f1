import { relative } from 'node:path'
import { ESLint, type Linter } from 'eslint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildHouse, type House } from './skeleton.ts'

type Breach = { readonly name: string; readonly file: string; readonly text: string; readonly rule: string; readonly says?: string }

const restricted = 'no-restricted-syntax'
const exhaustive = '@typescript-eslint/switch-exhaustiveness-check'
const state = "type State = 'open' | 'closed'\n"
const longFunction = `export function list() {\n  return [\n${'    1,\n'.repeat(60)}  ]\n}\n`
const branches = Array.from({ length: 10 }, (_, index) => `  if (value === ${index}) return ${index}\n`).join('')

const breaches: readonly Breach[] = [
  { name: 'a rule reads the clock', file: 'src/a/rules.ts', text: 'export const now = new Date()\n', rule: restricted, says: 'ctx.now' },
  {
    name: 'an action asks for the time',
    file: 'src/b/actions.ts',
    text: 'export const now = Date.now()\n',
    rule: restricted,
    says: 'ctx.now',
  },
  {
    name: 'an action throws dice',
    file: 'src/c/actions.ts',
    text: 'export const id = Math.random()\n',
    rule: restricted,
    says: 'from ctx',
  },
  {
    name: 'a setting is read outside config',
    file: 'src/d/actions.ts',
    text: 'export const port = process.env.PORT\n',
    rule: restricted,
    says: 'config.ts',
  },
  {
    name: 'a default export',
    file: 'src/e/actions.ts',
    text: 'export default function act() {}\n',
    rule: restricted,
    says: 'Named exports',
  },
  { name: 'a rule waits', file: 'src/f/rules/wait.ts', text: 'export async function wait() {}\n', rule: restricted, says: 'never waits' },
  {
    name: 'a policy throws',
    file: 'src/g/policy.ts',
    text: "export function may() {\n  throw new Error('no')\n}\n",
    rule: restricted,
    says: 'Result',
  },
  {
    name: 'a state without a case',
    file: 'src/h/rules.ts',
    text: `${state}export function name(s: State) {\n  switch (s) {\n    case 'open':\n      return 1\n  }\n  return 0\n}\n`,
    rule: exhaustive,
  },
  {
    name: 'a default that hides a case',
    file: 'src/i/rules.ts',
    text: `${state}export function name(s: State) {\n  switch (s) {\n    case 'open':\n      return 1\n    default:\n      return 2\n  }\n}\n`,
    rule: exhaustive,
  },
  {
    name: 'a promise nobody waits for',
    file: 'src/j/actions.ts',
    text: "import { rm } from 'node:fs/promises'\nexport function act() {\n  rm('x')\n}\n",
    rule: '@typescript-eslint/no-floating-promises',
  },
  {
    name: 'a promise asked whether it is true',
    file: 'src/k/actions.ts',
    text: "import { stat } from 'node:fs/promises'\nexport const found = () => (stat('x') ? 1 : 2)\n",
    rule: '@typescript-eslint/no-misused-promises',
  },
  {
    name: 'any',
    file: 'src/l/actions.ts',
    text: 'export const act = (input: any) => input as unknown\n',
    rule: '@typescript-eslint/no-explicit-any',
  },
  {
    name: 'a value sworn to be there',
    file: 'src/m/actions.ts',
    text: 'export const first = (list: number[]) => list[0]!\n',
    rule: '@typescript-eslint/no-non-null-assertion',
  },
  {
    name: 'a type imported as a value',
    file: 'src/n/actions.ts',
    text: "import { Stats } from 'node:fs'\nexport const size = (stats: Stats) => stats.size\n",
    rule: '@typescript-eslint/consistent-type-imports',
  },
  { name: 'a function longer than a screen', file: 'src/o/actions.ts', text: longFunction, rule: 'max-lines-per-function' },
  { name: 'a file longer than 300 lines', file: 'src/p/actions.ts', text: 'export {}\n'.repeat(301), rule: 'max-lines' },
  {
    name: 'a function with eleven ways',
    file: 'src/q/actions.ts',
    text: `export function pick(value: number) {\n${branches}  return -1\n}\n`,
    rule: 'complexity',
  },
  {
    name: 'five parameters',
    file: 'src/r/actions.ts',
    text: 'export const add = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e]\n',
    rule: 'max-params',
  },
  { name: 'a print in service code', file: 'src/s/actions.ts', text: "console.log('hello')\nexport {}\n", rule: 'no-console' },
  {
    name: 'an inline style',
    file: 'src/t/pages/show.tsx',
    text: "export const page = <p style='color: red'>x</p>\n",
    rule: restricted,
    says: 'inline styles',
  },
  {
    name: 'a side that does not turn',
    file: 'src/u/pages/show.tsx',
    text: "export const page = <p class='flex md:ml-2'>x</p>\n",
    rule: restricted,
    says: 'logical',
  },
  {
    name: 'a test keeps the rules about promises',
    file: 'src/v/rules.test.ts',
    text: "import { rm } from 'node:fs/promises'\nrm('x')\n",
    rule: '@typescript-eslint/no-floating-promises',
  },
]

const allowed: Readonly<Record<string, string>> = {
  'src/platform/config.ts': 'export const port = process.env.PORT\n',
  'src/platform/clock.ts': 'export const now = () => new Date()\n',
  'src/app/cli.ts': "console.log('hello')\nexport {}\n",
  'src/w/rules.test.ts': 'export const now = new Date()\n',
  'src/w/actions.ts': "export const at = new Date('2026-01-01')\nexport function act() {\n  throw new Error('broken')\n}\n",
  'src/w/pages/show.tsx': "export const page = <p class='ms-2 flex rounded-lg text-start'>plain</p>\n",
}

const found = new Map<string, readonly Linter.LintMessage[]>()
let house: House | null = null

// One run over all files: the compiler that answers the typed rules is slow to start and quick to answer.
beforeAll(async () => {
  const written = Object.fromEntries(breaches.map(({ file, text }) => [file, text]))
  house = await buildHouse({ ...written, ...allowed }, ['eslint.config.mjs'])
  const { folder } = house
  const results = await new ESLint({ cwd: folder }).lintFiles(['src'])
  for (const { filePath, messages } of results) found.set(relative(folder, filePath), messages)
}, 60_000)

afterAll(() => house?.remove())

describe('the lint of the house', () => {
  test.each(breaches)('names the breach: $name', ({ file, rule, says }) => {
    const messages = found.get(file)?.filter(({ ruleId }) => ruleId === rule) ?? []
    expect(messages.map(({ message }) => message)).toEqual(expect.arrayContaining([expect.stringContaining(says ?? '')]))
  })

  test.each(Object.keys(allowed))('lets %s pass', (file) => {
    expect(found.get(file)?.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([])
  })
})
