import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** A small house that keeps every rule: each kind of file once or twice, each floor that a rule speaks of. */
export const cleanHouse: Readonly<Record<string, string>> = {
  'src/app/main.ts':
    "import { capabilities } from './capabilities.ts'\nimport { openDatabase } from '../platform/database/index.ts'\nexport const served = [capabilities, openDatabase]\n",
  'src/app/capabilities.ts':
    "import { intakeCapability } from '../complaint/intake/capability.ts'\nexport const capabilities = [intakeCapability]\n",
  'src/insight/analytics/index.ts': "export { count } from './actions.ts'\n",
  'src/insight/analytics/actions.ts': "import { find } from './read.ts'\nexport const count = find\n",
  'src/insight/analytics/read.ts': "import { openDatabase } from '../../platform/database/index.ts'\nexport const find = openDatabase\n",
  'src/contact/notification/index.ts': "export { send } from './actions.ts'\n",
  'src/contact/notification/actions.ts':
    "import { submit } from '../../complaint/intake/index.ts'\nimport type { Submitted } from '../../complaint/intake/events.ts'\nexport const send = (event: Submitted) => [submit, event]\n",
  'src/learning/training/index.ts': "export { teach } from './actions.ts'\n",
  'src/learning/training/actions.ts': "import { ok } from '../../platform/result.ts'\nexport const teach = ok\n",
  'src/voice/forum/index.ts': "export { post } from './actions.ts'\n",
  'src/voice/forum/actions.ts':
    "import { isLate } from '../../complaint/deadlines/rules.ts'\nimport { add } from '../../complaint/deadlines/rules/days.ts'\nexport const post = [isLate, add]\n",
  'src/complaint/deadlines/rules.ts':
    "import { ok } from '../../platform/result.ts'\nimport { add } from './rules/days.ts'\nexport const isLate = () => ok(add)\n",
  'src/complaint/deadlines/rules/days.ts':
    "import holidays from './holidays.json' with { type: 'json' }\nimport { today } from '../../../platform/time.ts'\nexport const add = () => [holidays, today]\n",
  'src/complaint/deadlines/rules/holidays.json': '[]\n',
  'src/complaint/casework/index.ts': "export { take } from './actions.ts'\n",
  'src/complaint/casework/actions.ts':
    "import { submit } from '../intake/index.ts'\nimport type { Database } from '../../platform/database/index.ts'\nexport const take = (database: Database) => [submit, database]\n",
  'src/complaint/intake/index.ts': "export { submit } from './actions.ts'\n",
  'src/complaint/intake/events.ts': 'export type Submitted = { readonly number: string }\n',
  'src/complaint/intake/rules.ts':
    "import type { Submitted } from './events.ts'\nexport const check = (event: Submitted) => event.number.length\n",
  'src/complaint/intake/policy.ts':
    "import type { Actor } from '../../platform/context.ts'\nexport const mayRead = (actor: Actor) => actor.id\n",
  'src/complaint/intake/rules.test.ts':
    "import { check } from './rules.ts'\nimport { openDatabase } from '../../platform/database/index.ts'\ncheck({ number: '1' })\nopenDatabase()\n",
  'src/complaint/intake/store.ts':
    "import { Client } from 'pg'\nimport { openDatabase } from '../../platform/database/index.ts'\nexport const save = () => [Client, openDatabase]\n",
  'src/complaint/intake/read/index.ts':
    "import { openDatabase } from '../../../platform/database/index.ts'\nexport const find = openDatabase\n",
  'src/complaint/intake/actions.ts':
    "import { check } from './rules.ts'\nimport { save } from './store.ts'\nexport const submit = () => [check, save]\n",
  'src/complaint/intake/urls.ts': "export const urls = { show: '/lapor' }\n",
  'src/complaint/intake/routes.ts':
    "import { submit } from './actions.ts'\nimport { ShowPage } from './pages/show.tsx'\nimport { find } from './read/index.ts'\nexport const routes = [submit, ShowPage, find]\n",
  'src/complaint/intake/capability.ts':
    "import { routes } from './routes.ts'\nimport { sow } from './seed.ts'\nimport words from './locales/id.json' with { type: 'json' }\nexport const intakeCapability = { routes, sow, words }\n",
  'src/complaint/intake/locales/id.json': '{}\n',
  'src/complaint/intake/seed.ts':
    "import { submit } from './actions.ts'\nimport { buildTicket } from '../../../test/builders.ts'\nexport const sow = () => [submit, buildTicket]\n",
  'src/complaint/intake/pages/show.tsx':
    "import { Fragment } from 'preact'\nimport { Layout } from '../../../ui/layout.tsx'\nimport { check } from '../rules.ts'\nimport { urls } from '../urls.ts'\nexport function ShowPage() {\n  return <Layout>{[check, urls, Fragment].length}</Layout>\n}\n",
  'src/audit/trail/index.ts': "export { record } from './actions.ts'\n",
  'src/audit/trail/actions.ts': "import { ok } from '../../platform/result.ts'\nexport const record = ok\n",
  'src/ui/layout.tsx':
    "import type { ComponentChildren } from 'preact'\nexport function Layout(props: { readonly children?: ComponentChildren }) {\n  return <main>{props.children}</main>\n}\n",
  'src/ui/browser/console.ts': "document.title = 'Tanggap'\n",
  'src/platform/database/index.ts':
    "import pg from 'pg'\nexport type Database = { readonly pool: pg.Pool }\nexport const openDatabase = () => new pg.Pool()\n",
  'src/platform/context.ts': 'export type Actor = { readonly id: string }\nexport const visitor: Actor = { id: "" }\n',
  'src/platform/result.ts': 'export const ok = <T>(value: T) => ({ ok: true, value }) as const\n',
  'src/platform/time.ts': "export const today = '2026-01-01'\n",
  'test/builders.ts': 'export const buildTicket = () => ({})\n',
}

export type House = { readonly folder: string; readonly remove: () => Promise<void> }

/** Writes a house into a fresh temporary folder that sees the project's packages and settings. */
export async function buildHouse(files: Readonly<Record<string, string>>, settings: readonly string[]): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'tanggap-house-'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  for (const name of ['package.json', 'tsconfig.json', ...settings]) await writeFile(join(folder, name), await readFile(join(root, name)))
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
