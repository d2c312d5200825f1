import { execFileSync } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { buildAssets } from '../scripts/build-assets.ts'
import { buildProgram } from '../scripts/build-program.ts'
import { createAgent } from './client.ts'
import { composeScript, findPgbench, howToGetPgbench, measureFloor } from './floor.ts'
import { createLifecycle } from './lifecycle.ts'
import { drive } from './load.ts'
import { type Bench, type Operation, openBench, operations as single } from './operations.ts'
import { readCpu, readLoad, readPeakResident, readProportional, readResident } from './processes.ts'
import { record, switchRecording, type Transaction } from './recording.ts'
import { composeReport, composeTable, type Figures } from './report.ts'
import { openStage, root, type Service, type Stage, startService } from './stage.ts'

const operations: readonly Operation[] = [...single, createLifecycle()]
const scales: Readonly<Record<string, number>> = { '10k': 10_000, '100k': 100_000, '1m': 1_000_000 }

const usage = `node bench/run.ts [--scale 10k|100k|1m] [--seconds 6] [--workers 2] [--only submit,track,inbox,'open ticket',search,lifecycle]
100k and 1m keep their data in var/bench-<scale> and begin each run with a fresh copy of it.`

function readOptions() {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string', default: '10k' },
      seconds: { type: 'string', default: '6' },
      workers: { type: 'string', default: '2' },
      only: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  const count = scales[values.scale]
  const names = values.only?.split(',') ?? operations.map(({ name }) => name)
  const unknown = names.filter((name) => operations.every((operation) => operation.name !== name))
  if (values.help === true || count === undefined || unknown.length > 0) {
    console.log(usage)
    process.exit(values.help === true ? 0 : 2)
  }
  return {
    scale: values.scale,
    count,
    seconds: Number(values.seconds),
    workers: Number(values.workers),
    chosen: operations.filter(({ name }) => names.includes(name)),
  }
}

type Options = ReturnType<typeof readOptions>

const say = (line: string): void => console.log(line)
/** Few, because each session of pgbench prepares and plans every one of them. */
const samples = 8
const warmSeconds = 3
/** Enough for the compiler of the service to have seen what is hot, and for percentiles to mean something. */
const least = { warm: 300, measured: 500 }

/** What one operation sends to the database, sampled one after the other on a service that has seen it before. */
type Recorded = { readonly since: number; readonly groups: readonly (readonly Transaction[])[] }

async function recordOperation(bench: Bench, operation: Operation): Promise<Recorded> {
  const once = await operation.prepare(bench, { workers: 1, most: samples * 2 })
  for (let turn = 0; turn < samples; turn += 1) await once(0)
  const since = Date.now()
  const transactions = await record(bench.stage, async () => {
    for (let turn = 0; turn < samples; turn += 1) await once(0)
  })
  const size = transactions.length / samples
  if (!Number.isInteger(size) || size === 0)
    throw new Error(`${operation.name}: ${transactions.length} transactions in ${samples} operations`)
  return { since, groups: Array.from({ length: samples }, (_, place) => transactions.slice(place * size, (place + 1) * size)) }
}

async function recordAll(stage: Stage, chosen: readonly Operation[]): Promise<ReadonlyMap<string, Recorded>> {
  const recorded = new Map<string, Recorded>()
  await switchRecording(stage, true)
  const service = await startService(stage)
  try {
    const bench = await openBench(stage, service.origin, createAgent())
    for (const operation of chosen.filter(({ hasFloor = true }) => hasFloor))
      recorded.set(operation.name, await recordOperation(bench, operation))
  } finally {
    await service.stop()
    await switchRecording(stage, false)
  }
  return recorded
}

/** Jobs belong to the operation that queued them. */
async function waitForJobs({ owner }: Stage): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const { rows } = await owner.query<{ waiting: string }>(
      `select (select count(*) from graphile_worker._private_jobs where run_at <= now()) + (select count(*) from trail_pending) as waiting`,
    )
    if (Number(rows[0]?.waiting) === 0) return
    await sleep(250)
  }
  throw new Error('jobs still wait after a minute')
}

async function measure(
  bench: Bench,
  service: Service,
  operation: Operation,
  options: Options,
): Promise<Omit<Figures, 'floorCpu' | 'statements'>> {
  const { seconds, workers } = options
  const most = operation.consumes === true ? Math.ceil((warmSeconds + seconds) * 200) : Infinity
  const once = await operation.prepare(bench, { workers, most })
  const warm = await drive(once, { workers, seconds: warmSeconds, least: least.warm, most: most / 3 })
  await waitForJobs(bench.stage)
  const before = { program: readCpu(service.pid), database: readCpu(bench.stage.server.pid) }
  const { times, failures, firstFailure, ...stretch } = await drive(once, {
    workers,
    seconds,
    least: least.measured,
    most: most - warm.times.length,
  })
  await waitForJobs(bench.stage)
  const after = { program: readCpu(service.pid), database: readCpu(bench.stage.server.pid) }
  if (firstFailure !== null) say(`${operation.name}: ${failures} failed, the first with ${firstFailure}`)
  if (times.length === 0) throw new Error(`${operation.name}: nothing succeeded (${firstFailure ?? 'no time'})`)
  const count = times.length
  return {
    name: operation.name,
    what: operation.what,
    count,
    failures,
    seconds: stretch.seconds,
    times,
    programCpu: (after.program - before.program) / count,
    databaseCpu: (after.database - before.database) / count,
  }
}

function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor'
  return `${cpus().length} cores (${model}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}`
}

function readCommit(): string {
  const ask = (...args: string[]): string => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim()
  return `${ask('rev-parse', '--short', 'HEAD')}${ask('status', '--porcelain', '--', 'src', 'migrations') === '' ? '' : ' with changes not yet committed'}`
}

async function measureAll(
  stage: Stage,
  options: Options,
): Promise<{ rows: readonly Figures[]; resident: number; peak: number; proportional: number; notes: readonly string[] }> {
  const pgbench = findPgbench()
  const recorded = await recordAll(stage, options.chosen)
  const service = await startService(stage)
  const rows: Figures[] = []
  try {
    const bench = await openBench(stage, service.origin, createAgent())
    for (const operation of options.chosen) {
      const figures = await measure(bench, service, operation, options)
      const { groups, since } = recorded.get(operation.name) ?? { groups: [], since: 0 }
      const scripts = groups.map((group, place) => composeScript(group, place, since))
      const floor =
        pgbench === null || groups.length === 0
          ? null
          : await measureFloor(stage, pgbench, scripts, {
              seconds: Math.max(3, options.seconds - warmSeconds),
              warmSeconds: warmSeconds + 1,
              clients: options.workers,
            })
      rows.push({ ...figures, floorCpu: floor?.cpu ?? null, statements: groups[0]?.flat().length ?? null })
      say(composeTable(rows.slice(-1)).split('\n').at(-1) ?? '')
    }
    return {
      rows,
      resident: readResident(service.pid),
      peak: readPeakResident(service.pid),
      proportional: readProportional(stage.server.pid),
      notes: [...options.chosen.flatMap(({ tell }) => tell?.() ?? []), ...(pgbench === null ? [howToGetPgbench] : [])],
    }
  } finally {
    await service.stop()
  }
}

async function run(): Promise<void> {
  const options = readOptions()
  const begun = performance.now()
  const before = readLoad()
  await Promise.all([buildAssets({}), buildProgram()])
  const stage = await openStage(options.scale, options.count, say)
  try {
    const { rows, resident, peak, proportional, notes } = await measureAll(stage, options)
    const size = await stage.owner.query<{ bytes: string }>('select pg_database_size(current_database()) as bytes')
    const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`.replace(/ -- $/, '')
    const date = new Date().toISOString().slice(0, 10)
    const report = composeReport(
      {
        command,
        date,
        commit: readCommit(),
        scale: options.scale,
        tickets: options.count,
        machine: describeMachine(),
        residentMegabytes: resident,
        peakMegabytes: peak,
        databaseMegabytes: proportional,
        diskMegabytes: Number(size.rows[0]?.bytes) / 2 ** 20,
        load: [before, readLoad()],
        workers: options.workers,
        notes,
      },
      rows,
    )
    const path = join(root, 'docs/results', `bench-${date}-${options.scale}.md`)
    await mkdir(join(root, 'docs/results'), { recursive: true })
    await writeFile(path, report)
    say(`\n${report}\nWritten to ${path} after ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  } finally {
    await stage.close()
  }
}

await run()
