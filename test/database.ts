import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { buildAssets } from '../scripts/build-assets.ts'
import { createServices, installFacts, prepareDatabase } from '../src/app/service.ts'
import { readSettings } from '../src/platform/config.ts'
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres/index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
  }
}

export const templateName = 'tanggap_template'

/** Fast and forgetful: what a test writes need not survive the machine. */
const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '120' }

export function addressDatabase(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.toString()
}

async function makeTemplate(ownerUrl: string, folder: string): Promise<void> {
  const admin = new pg.Client({ connectionString: ownerUrl })
  await admin.connect()
  await admin.query(`drop database if exists ${templateName}`)
  await admin.query(`create database ${templateName}`)
  await admin.end()
  const url = addressDatabase(ownerUrl, templateName)
  await prepareDatabase(readTestSettings(folder), url, null)
  const services = await createServices(readTestSettings(folder), { ownerUrl: url, appUrl: url, appRole: 'tanggap_app' })
  await installFacts(services)
  await services.database.close()
}

export function readTestSettings(folder: string) {
  return readSettings({
    TANGGAP_MODE: 'test',
    TANGGAP_DATA: folder,
    LOG_LEVEL: 'silent',
    DATABASE_POOL: '6',
    PUBLIC_URL: 'http://127.0.0.1:8080',
  })
}

/** One real PostgreSQL for the run, with a migrated template that every test file copies. `TEST_DATABASE_URL` uses an own server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The pages name built files, and a fresh clone has none yet.
  await buildAssets({})
  const folder = await mkdtemp(join(tmpdir(), 'tanggap-test-'))
  // PostgreSQL runs as another user when this runs as root, and must be able to reach its folder.
  await chmod(folder, 0o755)
  const own = process.env['TEST_DATABASE_URL']
  const server = own ? null : await startEmbeddedPostgres({ dataDirectory: join(folder, 'postgres'), settings, log: () => undefined })
  const ownerUrl = own ?? server?.url ?? ''
  await makeTemplate(ownerUrl, folder)
  project.provide('ownerUrl', ownerUrl)
  return async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
