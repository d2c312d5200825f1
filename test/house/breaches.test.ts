import { join } from 'node:path'
import { cruise, type ICruiseResult, type IReporterOutput } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config'
import { afterEach, describe, expect, test } from 'vitest'
import { buildHouse, cleanHouse, type House, root } from './skeleton.ts'

type Breach = { readonly name: string; readonly file: string; readonly line: string; readonly rule: string }

const database = '../../platform/database/index.ts'

const breaches: readonly Breach[] = [
  {
    name: 'a complaint room imports notification (uphill)',
    file: 'src/complaint/casework/actions.ts',
    line: "import '../../contact/notification/index.ts'",
    rule: 'downhill-only-complaint',
  },
  {
    name: 'platform imports a complaint room',
    file: 'src/platform/result.ts',
    line: "import '../complaint/intake/index.ts'",
    rule: 'downhill-only-platform',
  },
  { name: 'ui imports audit', file: 'src/ui/layout.tsx', line: "import '../audit/trail/index.ts'", rule: 'downhill-only-ui' },
  {
    name: 'peers on one floor: forum uses training',
    file: 'src/voice/forum/actions.ts',
    line: "import '../../learning/training/index.ts'",
    rule: 'downhill-only-voice',
  },
  {
    name: 'a room imports app',
    file: 'src/voice/forum/actions.ts',
    line: "import '../../app/capabilities.ts'",
    rule: 'downhill-only-voice',
  },
  {
    name: 'a complaint room reads insight',
    file: 'src/complaint/casework/actions.ts',
    line: "import '../../insight/analytics/index.ts'",
    rule: 'downhill-only-complaint',
  },
  {
    name: 'casework reaches into the store of intake',
    file: 'src/complaint/casework/actions.ts',
    line: "import '../intake/store.ts'",
    rule: 'through-the-door',
  },
  {
    name: 'an inner index is no door',
    file: 'src/complaint/casework/actions.ts',
    line: "import '../intake/read/index.ts'",
    rule: 'through-the-door',
  },
  { name: 'app reaches into actions', file: 'src/app/main.ts', line: "import '../complaint/intake/actions.ts'", rule: 'through-the-door' },
  {
    name: 'a capability opens another',
    file: 'src/contact/notification/actions.ts',
    line: "import '../../complaint/intake/capability.ts'",
    rule: 'only-app-opens-capabilities',
  },
  { name: 'rules use the database', file: 'src/complaint/deadlines/rules.ts', line: `import '${database}'`, rule: 'rules-are-pure' },
  { name: 'rules use the file system', file: 'src/complaint/deadlines/rules.ts', line: "import 'node:fs'", rule: 'rules-are-pure' },
  { name: 'rules use a package', file: 'src/complaint/deadlines/rules/days.ts', line: "import 'typebox'", rule: 'rules-are-pure' },
  {
    name: 'a policy takes more than a type from the context',
    file: 'src/complaint/intake/policy.ts',
    line: "import { visitor } from '../../platform/context.ts'\nexport const nobody = visitor",
    rule: 'rules-are-pure',
  },
  { name: 'a route opens the database', file: 'src/complaint/intake/routes.ts', line: `import '${database}'`, rule: 'sql-only-in-stores' },
  {
    name: 'an action uses the driver of the database',
    file: 'src/complaint/intake/actions.ts',
    line: "import { Client } from 'pg'\nexport const query = Client",
    rule: 'sql-only-in-stores',
  },
  {
    name: 'app uses the driver',
    file: 'src/app/main.ts',
    line: "import pg from 'pg'\nexport const pool = pg.Pool",
    rule: 'sql-only-in-stores',
  },
  { name: 'a page calls a store', file: 'src/complaint/intake/pages/show.tsx', line: "import '../store.ts'", rule: 'pages-only-render' },
  {
    name: 'a page calls an action',
    file: 'src/complaint/intake/pages/show.tsx',
    line: "import '../actions.ts'",
    rule: 'pages-only-render',
  },
  { name: 'a page uses a package', file: 'src/complaint/intake/pages/show.tsx', line: "import 'qrcode'", rule: 'pages-only-render' },
  {
    name: 'markup in an action',
    file: 'src/complaint/intake/badge.tsx',
    line: "import { ok } from '../../platform/result.ts'\nexport const badge = <b>{String(ok)}</b>",
    rule: 'html-lives-in-pages',
  },
  { name: 'a store calls an action', file: 'src/complaint/intake/store.ts', line: "import './actions.ts'", rule: 'stores-do-not-decide' },
  {
    name: 'an action renders a page',
    file: 'src/complaint/intake/actions.ts',
    line: "import './pages/show.tsx'",
    rule: 'actions-do-not-render',
  },
  {
    name: 'production imports a test',
    file: 'src/complaint/intake/actions.ts',
    line: "import './rules.test.ts'",
    rule: 'production-does-not-import-tests',
  },
  {
    name: 'production imports a test builder',
    file: 'src/complaint/intake/actions.ts',
    line: "import '../../../test/builders.ts'",
    rule: 'production-does-not-import-tests',
  },
  {
    name: 'a seed imports a test',
    file: 'src/complaint/intake/seed.ts',
    line: "import './rules.test.ts'",
    rule: 'production-does-not-import-tests',
  },
  { name: 'two files need each other', file: 'src/complaint/intake/rules.ts', line: "import './actions.ts'", rule: 'no-cycles' },
  { name: 'a drawer for everything', file: 'src/complaint/intake/helpers.ts', line: "import './rules.ts'", rule: 'no-drawers' },
  { name: 'a leftover file', file: 'src/complaint/intake/leftover.ts', line: 'export const leftover = 1', rule: 'no-orphans' },
  { name: 'an import that leads nowhere', file: 'src/complaint/intake/actions.ts', line: "import './gone.ts'", rule: 'imports-resolve' },
]

const house = { current: null as House | null }

function isResult(output: IReporterOutput['output']): output is ICruiseResult {
  return typeof output === 'object'
}

async function survey(files: Readonly<Record<string, string>>): Promise<ICruiseResult> {
  house.current = await buildHouse(files, [])
  const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.mjs'))
  const tsConfig = extractTSConfig(join(root, 'tsconfig.json'))
  const { output } = await cruise(['src'], { ...options, baseDir: house.current.folder, validate: true }, undefined, { tsConfig })
  if (!isResult(output)) throw new Error('dependency-cruiser returned text instead of a result')
  return output
}

/** The rules that a file breaks; every file of a circle breaks the rule about circles. */
function listRules(result: ICruiseResult, file: string): readonly string[] {
  const own = result.summary.violations.filter(({ from, cycle }) => from === file || cycle?.some(({ name }) => name === file))
  return [...new Set(own.map(({ rule }) => rule.name))]
}

afterEach(async () => {
  await house.current?.remove()
  house.current = null
})

describe('the map of the house', () => {
  test('lets a house that keeps the rules pass, and looks at all of it', async () => {
    const result = await survey(cleanHouse)
    expect(result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
    for (const file of Object.keys(cleanHouse)) expect(result.modules.map((module) => module.source)).toContain(file)
  })

  test.each(breaches)('names the breach: $name', async ({ file, line, rule }) => {
    const result = await survey({ ...cleanHouse, [file]: `${line}\n${cleanHouse[file] ?? ''}` })
    expect(listRules(result, file)).toContain(rule)
  })

  test('has a breach for every kind of rule', async () => {
    const options = await extractDepcruiseOptions(join(root, '.dependency-cruiser.mjs'))
    const rules = (options.ruleSet?.forbidden ?? []).flatMap(({ name }) => (name === undefined ? [] : [name]))
    const kinds = rules.filter((name) => !name.startsWith('downhill-only-'))
    expect(kinds.filter((name) => !breaches.some((breach) => breach.rule === name))).toEqual([])
  })
})
