// Runs every check of the project: `npm test`, or only some: `npm test -- types unit`.
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'

type Count = { readonly passed: number; readonly failed: number }
type Outcome = Count & { readonly name: string; readonly seconds: number }
type Step = {
  readonly name: string
  readonly options?: readonly string[]
  /** Reads the number of test cases from what the step left behind; without it the step itself is one case. */
  readonly count?: () => Promise<Count>
}

const root = resolve(import.meta.dirname, '..')
const reports = join(root, 'var/check')

async function readReport(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(reports, `${name}.json`), 'utf8'))
}

function readNumber(report: unknown, field: string): number {
  const value: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, field) : undefined
  if (typeof value !== 'number') throw new Error(`a report without ${field}`)
  return value
}

async function countVitest(name: string): Promise<Count> {
  const report = await readReport(name)
  return { passed: readNumber(report, 'numPassedTests'), failed: readNumber(report, 'numFailedTests') }
}

async function countPlaywright(name: string): Promise<Count> {
  const report = await readReport(name)
  const stats: unknown = typeof report === 'object' && report !== null ? Reflect.get(report, 'stats') : undefined
  return { passed: readNumber(stats, 'expected') + readNumber(stats, 'flaky'), failed: readNumber(stats, 'unexpected') }
}

function reportFrom(name: string): readonly string[] {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, `${name}.json`)}`]
}

/** Need no service and one core each: two at a time. */
const quick: readonly Step[] = [{ name: 'lint' }, { name: 'types' }, { name: 'map' }, { name: 'knip' }, { name: 'spell' }]

/** Use both cores themselves, from fast to slow. */
const thorough: readonly Step[] = [
  { name: 'unit', options: reportFrom('unit'), count: () => countVitest('unit') },
  { name: 'database', options: reportFrom('database'), count: () => countVitest('database') },
  { name: 'e2e', options: ['--reporter=list,json'], count: () => countPlaywright('e2e') },
]

function runScript(step: Step, stream: boolean): Promise<{ readonly ok: boolean; readonly output: string }> {
  return new Promise((settle) => {
    const child = spawn('npm', ['run', '--silent', step.name, '--', ...(step.options ?? [])], {
      cwd: root,
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, `${step.name}.json`) },
      stdio: ['ignore', stream ? 'inherit' : 'pipe', stream ? 'inherit' : 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => settle({ ok: false, output: String(error) }))
    child.on('close', (code) => settle({ ok: code === 0, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

/** A step that fails without a failing case (it crashed, it found no tests) counts as one failed case. */
async function countCases(step: Step, ok: boolean): Promise<Count> {
  const alone = { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
  if (step.count === undefined) return alone
  const count = await step.count().catch(() => ({ passed: 0, failed: 0 }))
  return ok || count.failed > 0 ? count : { ...count, failed: 1 }
}

async function runStep(step: Step, stream: boolean): Promise<Outcome> {
  const start = performance.now()
  const { ok, output } = await runScript(step, stream)
  const seconds = (performance.now() - start) / 1000
  if (!ok && output !== '') console.log(`\n--- ${step.name} ---\n${output.trimEnd()}\n`)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${step.name} (${seconds.toFixed(1)} s)`)
  return { name: step.name, seconds, ...(await countCases(step, ok)) }
}

async function runQueue(steps: readonly Step[], lanes: number, stream: boolean): Promise<readonly Outcome[]> {
  const waiting = [...steps]
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) outcomes.push(await runStep(step, stream))
  }
  await Promise.all(Array.from({ length: lanes }, work))
  return outcomes
}

const wanted = process.argv.slice(2)
const all = [...quick, ...thorough].map(({ name }) => name)
const unknown = wanted.filter((name) => !all.includes(name))
if (unknown.length > 0) throw new Error(`no step ${unknown.join(', ')}; there are ${all.join(', ')}`)
const choose = (steps: readonly Step[]) => steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

await rm(reports, { recursive: true, force: true })
await mkdir(reports, { recursive: true })
const outcomes = [...(await runQueue(choose(quick), 2, false)), ...(await runQueue(choose(thorough), 1, true))]
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0)

console.log(`\n${'step'.padEnd(10)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`)
for (const { name, ...outcome } of outcomes) {
  const figures = [String(outcome.passed).padStart(8), String(outcome.failed).padStart(8), outcome.seconds.toFixed(1).padStart(9)]
  console.log(`${name.padEnd(10)}${figures.join('')}`)
}
process.exitCode = failed > 0 ? 1 : 0
console.log(`\n${passed} passed, ${failed} failed`)
