import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { prepareDatabase } from '../src/app/service.ts'
import { addressDatabase, readTestSettings } from './database.ts'

const name = `test_own_${process.pid}`
let admin: pg.Client
let folder: string

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject('ownerUrl') })
  await admin.connect()
  folder = await mkdtemp(join(tmpdir(), 'tanggap-own-'))
})
afterAll(async () => {
  await admin.end()
  await rm(folder, { recursive: true, force: true })
})

/** A database of somebody who is no superuser, who got the application role by the given statement, brought up to date by that owner. */
async function prepareAs(rights: string, grant: string): Promise<string> {
  await admin.query(`create role ${name} login ${rights} password 'own'`)
  await admin.query(grant)
  await admin.query(`create database ${name} owner ${name}`)
  const url = new URL(addressDatabase(inject('ownerUrl'), name))
  url.username = name
  url.password = 'own'
  await prepareDatabase(readTestSettings(folder), url.toString(), null)
  const owner = new pg.Client({ connectionString: url.toString() })
  await owner.connect()
  try {
    await owner.query('set role tanggap_app')
    const { rows } = await owner.query<{ current_user: string }>('select current_user')
    return rows[0]?.current_user ?? ''
  } finally {
    await owner.end()
  }
}

async function drop(): Promise<void> {
  await admin.query(`drop database if exists ${name} with (force)`)
  await admin.query(`revoke tanggap_app from ${name} cascade`)
  await admin.query(`drop role ${name}`)
}

test('an owner who was given the application role without the right to pass it on prepares a database and steps down to the role', async () => {
  try {
    expect(await prepareAs('', `grant tanggap_app to ${name}`)).toBe('tanggap_app')
  } finally {
    await drop()
  }
})

test('an owner who made the application role prepares a database and steps down to the role', async ({ skip }) => {
  const { rows } = await admin.query<{ version: number }>(`select current_setting('server_version_num')::int as version`)
  skip((rows[0]?.version ?? 0) < 160_000, 'before 16 nobody is a member without stepping down')
  try {
    // What CREATE ROLE leaves its maker with.
    const grant = `grant tanggap_app to ${name} with admin true, inherit false, set false`
    expect(await prepareAs('createrole', grant)).toBe('tanggap_app')
  } finally {
    await drop()
  }
})
