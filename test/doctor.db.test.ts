import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { examine } from '../src/app/doctor.ts'
import { readSettings } from '../src/platform/config.ts'
import { addressDatabase } from './database.ts'
import { addOfficer, createTestService, findOffice, type TestService } from './service.ts'

const now = new Date('2026-11-24T03:00:00Z')
let service: TestService
let folder: string

beforeAll(async () => {
  service = await createTestService()
  folder = await mkdtemp(join(tmpdir(), 'tanggap-doctor-'))
})
afterAll(async () => {
  await service.close()
  await rm(folder, { recursive: true, force: true })
})

function inProduction() {
  return readSettings({ TANGGAP_MODE: 'production', TANGGAP_DATA: folder, PUBLIC_URL: 'https://desk.example' })
}

test('the doctor says how many migrations wait and applies none', async () => {
  const name = `test_doctor_${process.pid}`
  await service.owner.query(`create database ${name}`)
  const url = addressDatabase(inject('ownerUrl'), name)
  const client = new pg.Client({ connectionString: url })
  try {
    const findings = await examine(inProduction(), url, now)
    expect(findings.filter(({ what }) => /^\d+ migrations wait \(0001_platform\.sql/.test(what))).toMatchObject([{ level: 'wrong' }])
    await client.connect()
    const { rows } = await client.query("select relname from pg_class where relnamespace = 'public'::regnamespace")
    expect(rows).toEqual([])
  } finally {
    await client.end()
    await service.owner.query(`drop database ${name} with (force)`)
  }
})

test('in production demo officers are wrong and a demo administrator is none', async () => {
  const office = await findOffice(service, 'KANIM-BITUNG')
  const { id } = await addOfficer(service, [{ role: 'administrator', officeId: office }])
  const saying = async (): Promise<readonly string[]> =>
    (await examine(inProduction(), service.ownerUrl, now)).filter(({ level }) => level === 'wrong').map(({ what }) => what)
  expect(await saying()).toEqual(expect.arrayContaining(['no administrator', '1 demo officers and their reports lie in this database']))
  await service.owner.query('update accounts_officer set demo = false where id = $1', [id])
  const later = await saying()
  expect(later).not.toContain('no administrator')
  expect(later.filter((what) => what.includes('demo'))).toEqual([])
})
