import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const root = resolve(import.meta.dirname, '..')

/** A folder for one installation: what a killed program leaves in it is found by the next one. */
export async function makeDataFolder(): Promise<{ readonly path: string; readonly remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'tanggap-program-'))
  // PostgreSQL runs as another user when this runs as root, and must be able to reach its folder.
  await chmod(path, 0o755)
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

export type Program = {
  readonly url: string
  /** Everything it wrote so far, to the terminal and to its log. */
  readonly output: () => string
  /** Ends it as a power cut would, and waits until it is gone. */
  readonly kill: () => Promise<void>
  /** Holds it still, as a busy machine would, and lets it go on. */
  readonly pause: () => void
  readonly resume: () => void
  /** Asks it to end as a supervisor does, waits, and says how it ended: its code, or the signal. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<Ending>
  /** Waits until it ended by itself. */
  readonly ended: () => Promise<Ending>
}

type Ending = number | NodeJS.Signals | null

async function waitForEnd(child: ChildProcess): Promise<Ending> {
  if (child.exitCode === null && child.signalCode === null) await new Promise<void>((done) => child.once('exit', () => done()))
  return child.exitCode ?? child.signalCode
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<Ending> {
  child.kill(signal)
  return waitForEnd(child)
}

async function answers(url: string): Promise<boolean> {
  return fetch(url).then(
    () => true,
    () => false,
  )
}

/**
 * Starts the program as an installation does (`build/tanggap.js` must be built) and waits until it answers. `by` is what an operator calls
 * in its place.
 */
export async function startProgram(environment: Readonly<Record<string, string>>, by = 'build/tanggap.js'): Promise<Program> {
  const port = String(await findFreePort())
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(root, by), 'start'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], TANGGAP_MODE: 'test', TANGGAP_DEMO: 'off', LOG_LEVEL: 'debug', ...environment, PORT: port },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const limit = performance.now() + 90_000
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > limit) {
      await end(child, 'SIGKILL')
      throw new Error(`the program did not start:\n${output}`)
    }
    await sleep(50)
  }
  return {
    url,
    output: () => output,
    kill: async () => void (await end(child, 'SIGKILL')),
    pause: () => void child.kill('SIGSTOP'),
    resume: () => void child.kill('SIGCONT'),
    ended: () => waitForEnd(child),
    stop: (signal = 'SIGTERM') => end(child, signal),
  }
}

/** Sends a report over the wire; the answer means that it is committed. */
export async function submitTo(
  program: Program,
  change: Readonly<Record<string, unknown>> = {},
): Promise<{ readonly number: string; readonly accessCode: string }> {
  const response = await fetch(`${program.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      kind: 'complaint',
      category: 'PSP.06',
      text: 'Paspor anak saya sudah tiga minggu tidak terbit.',
      name: 'Demo Siti',
      email: 'demo.siti@example.org',
      idempotencyKey: randomUUID(),
      ...change,
    }),
  })
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`)
  return (await response.json()) as { number: string; accessCode: string }
}
