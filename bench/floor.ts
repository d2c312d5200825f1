import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { readCpu } from './processes.ts'
import type { Statement, Transaction } from './recording.ts'
import type { Stage } from './stage.ts'

/** A script for pgbench, and the values it is given as variables. */
export type Script = { readonly text: string; readonly variables: readonly (readonly [string, string])[] }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/
const hash = /^\\x[0-9a-f]{64}$/
const ticketNumber = /^\d\d-\d{4}-\d{4}-[0-9A-Z]$/

/** A hash that is another at each turn, hexadecimal. */
function drawHash(variable: string): string {
  return `'0' || :${variable}::text || '000000000000'`
}

/**
 * What stands for a value that must be another at each turn, because the table takes it once: made from a number that
 * pgbench draws. An id keeps its time, so that it lands in the index where a new one does.
 */
function renew(value: string, variable: string): string | null {
  if (uuid.test(value)) return `('${value.replaceAll('-', '').slice(0, 13)}' || :${variable}::text)::uuid`
  if (hash.test(value)) return `decode(${drawHash(variable)}, 'hex')`
  if (ticketNumber.test(value)) return `('26-' || :${variable}::text)`
  return null
}

/** Ids made while recording, and hashes and numbers that an insert names first: nobody asked for them before, so they are new. */
function findFresh(statements: readonly Statement[], since: number): ReadonlySet<string> {
  const seen = new Set<string>()
  const fresh = new Set<string>()
  for (const { sql, values } of statements) {
    const inserts = /\binsert into\b/i.test(sql)
    for (const value of values) {
      if (value === null || seen.has(value)) continue
      seen.add(value)
      const isNewId = uuid.test(value) && Number.parseInt(value.replaceAll('-', '').slice(0, 12), 16) >= since
      if (isNewId || (inserts && (hash.test(value) || ticketNumber.test(value)))) fresh.add(value)
    }
  }
  return fresh
}

/** Prepared statements hold one command each, so a message of several becomes several. */
function split(sql: string): readonly string[] {
  return /^begin\b/i.test(sql)
    ? sql
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [sql]
}

/** The same statements with the same values, again and again; what only works once is drawn anew at each turn. */
export function composeScript(transactions: readonly Transaction[], place: number, since: number): Script {
  const statements = transactions.flat()
  const fresh = [...findFresh(statements, since)]
  const variables: [string, string][] = []
  const express = (value: string | null | undefined): string => {
    if (value === null || value === undefined) return 'null'
    // pgbench takes no empty variable.
    if (value === '') return "''"
    const renewed = fresh.includes(value) ? renew(value, `f${fresh.indexOf(value)}`) : null
    if (renewed !== null) return renewed
    const known = variables.find(([, each]) => each === value)
    const name = known?.[0] ?? `s${place}v${variables.length}`
    if (known === undefined) variables.push([name, value])
    return `:${name}`
  }
  const draws = fresh.map((_, index) => `\\set f${index} random(1000000000000000000, 9000000000000000000)`)
  // The secret that is shown to row-level security, of a row whose hash is drawn anew.
  const show = (part: string): string =>
    part.replace(/^set local (tanggap\.token) = '([0-9a-f]{64})'$/, (whole, setting: string, hex: string) => {
      const index = fresh.indexOf(`\\x${hex}`)
      return index === -1 ? whole : `select set_config('${setting}', ${drawHash(`f${index}`)}, true)`
    })
  const lines = statements.flatMap(({ sql, values }) =>
    split(sql)
      .map(show)
      .map((part) => `${part.replace(/\$(\d+)/g, (_, number: string) => express(values[Number(number) - 1]))};`),
  )
  return { text: [...draws, ...lines].join('\n'), variables }
}

/** pgbench comes with the server of the distribution, which need not run. */
export function findPgbench(): string | null {
  const folders = (process.env['PATH'] ?? '').split(':')
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql').sort((a, b) => Number(b) - Number(a)) : []
  return (
    [...folders, ...versions.map((version) => `/usr/lib/postgresql/${version}/bin`)]
      .map((folder) => join(folder, 'pgbench'))
      .find((path) => existsSync(path)) ?? null
  )
}

export const howToGetPgbench =
  'pgbench not found: install the package postgresql-contrib (Debian: apt-get install postgresql-contrib), the floor needs it'

export type Floor = { readonly cpu: number; readonly transactions: number }

/** `progress: 3.0 s, 812.4 tps, lat ...` of pgbench: turns in the second that has passed. */
export function readProgress(line: string): { readonly second: number; readonly turns: number } | null {
  const found = /^progress: ([\d.]+) s, ([\d.]+) tps/.exec(line)
  return found ? { second: Number(found[1]), turns: Number(found[2]) } : null
}

function listArguments(
  stage: Stage,
  scripts: readonly Script[],
  files: readonly string[],
  options: { readonly seconds: number; readonly clients: number },
): readonly string[] {
  const { username, hostname, port, pathname } = new URL(stage.ownerUrl)
  return [
    '--protocol=prepared',
    '--no-vacuum',
    '--progress=1',
    `--client=${options.clients}`,
    '--jobs=1',
    `--time=${options.seconds}`,
    `--host=${decodeURIComponent(hostname)}`,
    `--port=${port}`,
    `--username=${decodeURIComponent(username)}`,
    ...scripts.flatMap(({ variables }) => variables.map(([name, value]) => `--define=${name}=${value}`)),
    ...files.map((file) => `--file=${file}`),
    pathname.slice(1),
  ]
}

/** Runs pgbench and sums up what the seconds after the first ones took: before, every session prepares and plans its statements. */
async function runPgbench(stage: Stage, pgbench: string, args: readonly string[], warmSeconds: number): Promise<Floor> {
  const env = {
    ...process.env,
    PGPASSWORD: decodeURIComponent(new URL(stage.ownerUrl).password),
    PGOPTIONS: '-c enable_bitmapscan=off -c role=tanggap_app',
  }
  const child = spawn(pgbench, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said: string[] = []
  let start: { cpu: number; second: number } | null = null
  let end = { cpu: 0, second: 0 }
  let turns = 0
  for await (const line of createInterface({ input: child.stderr })) {
    const progress = readProgress(line)
    if (progress === null) {
      said.push(line)
      continue
    }
    const now = { cpu: readCpu(stage.server.pid), second: progress.second }
    if (start !== null) {
      turns += progress.turns * (now.second - end.second)
      end = now
    } else if (progress.second >= warmSeconds) start = end = now
  }
  const code = await ended
  if (code !== 0 || start === null || turns < 1)
    throw new Error(`pgbench ended with ${code} after ${turns} turns: ${said.join(' ').slice(0, 500)}`)
  return { cpu: (end.cpu - start.cpu) / turns, transactions: Math.round(turns) }
}

/** Runs the scripts for some seconds, one drawn at random for each turn, and measures the database's processor time a turn. */
export async function measureFloor(
  stage: Stage,
  pgbench: string,
  scripts: readonly Script[],
  options: { readonly seconds: number; readonly warmSeconds: number; readonly clients: number },
): Promise<Floor> {
  const folder = await mkdtemp(join(tmpdir(), 'tanggap-floor-'))
  try {
    const files = await Promise.all(
      scripts.map(async ({ text }, place) => {
        const path = join(folder, `${place}.sql`)
        await writeFile(path, text)
        return path
      }),
    )
    const args = listArguments(stage, scripts, files, { clients: options.clients, seconds: options.warmSeconds + options.seconds })
    return await runPgbench(stage, pgbench, args, options.warmSeconds)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
