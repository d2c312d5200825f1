import { type ChildProcess, spawn } from 'node:child_process'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asAccount, bareEnvironment } from './account.ts'
import type { Binaries } from './binaries.ts'
import { endServer, readPidFile } from './leftovers.ts'
import type { Place } from './place.ts'
import { EmbeddedPostgresError } from './problem.ts'
import { waitUntil } from './waiting.ts'

/** A running server. `ended` settles when its process is gone, for whatever reason. */
export type Server = { readonly pid: number; readonly ended: Promise<string>; stop(): Promise<void> }

/*
 * The shell becomes postgres itself, after leaving a watcher behind that waits on our end of a pipe (descriptor 3).
 * The kernel closes the pipe when our process dies, however it dies, and the watcher then asks for a fast shutdown.
 * The inner parentheses orphan the watcher, because postgres reports children that it does not know.
 */
const launchScript = `
( ( read -r _ <&3
    read -r pid < "$1/postmaster.pid"
    [ "$pid" = "$$" ] && kill -INT "$$" ) >/dev/null 2>&1 & )
exec 3<&-
exec "$0" -D "$@"`

const startLimit = 300_000
const memoryInUse = 'pre-existing shared memory block'

export async function startServer(place: Place, binaries: Binaries, args: string[], log: (line: string) => void): Promise<Server> {
  for (let attempt = 1; ; attempt += 1) {
    const launched = launch(place, binaries, args)
    if (await becomesReady(launched, place, log)) return serve(launched)
    await serve(launched).stop()
    await Promise.race([launched.saidAll, sleep(500)])
    // Processes of a killed server need a moment to notice that it is gone.
    if (attempt >= 40 || !launched.readErrors().includes(memoryInUse)) throw startFailed(place, launched)
    await sleep(250)
  }
}

type Launched = {
  readonly child: ChildProcess
  readonly pid: number
  readonly ended: Promise<string>
  readonly saidAll: Promise<void>
  hasEnded(): boolean
  readErrors(): string
}

function launch(place: Place, binaries: Binaries, args: string[]): Launched {
  const child = spawn('/bin/sh', ['-c', launchScript, binaries.postgres, place.cluster, ...args], {
    cwd: '/',
    env: bareEnvironment,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // Its own process group: Ctrl-C in a terminal must reach this service alone, which then stops things in order.
    detached: true,
    ...asAccount(place.account),
  })
  let errors = ''
  let reason: string | undefined
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-4000)
  })
  const lifeline = child.stdio[3] as Socket
  lifeline.on('error', () => undefined)
  const ended = new Promise<string>((resolve) => {
    const end = (why: string): void => {
      reason = why
      lifeline.destroy()
      resolve(why)
    }
    child.on('error', (error) => end(error.message))
    child.on('exit', (code, signal) => end(signal === null ? `exit code ${code}` : `signal ${signal}`))
  })
  const saidAll = new Promise<void>((resolve) => child.on('close', () => resolve()))
  // No id means that the shell itself could not be started; then `ended` says so and no signal is ever sent.
  return { child, pid: child.pid ?? -1, ended, saidAll, hasEnded: () => reason !== undefined, readErrors: () => errors }
}

async function becomesReady(launched: Launched, place: Place, log: (line: string) => void): Promise<boolean> {
  const isDecided = async (): Promise<boolean> => launched.hasEnded() || (await hasOpened(launched, place))
  if (!(await waitUntil(isDecided, 5_000))) {
    log('PostgreSQL: still starting; after a crash it first replays what it had promised')
    await waitUntil(isDecided, startLimit)
  }
  return !launched.hasEnded() && (await hasOpened(launched, place))
}

async function hasOpened(launched: Launched, place: Place): Promise<boolean> {
  const pidFile = await readPidFile(place.cluster)
  return pidFile?.pid === launched.pid && pidFile.isReady
}

function startFailed(place: Place, launched: Launched): EmbeddedPostgresError {
  const said = launched.readErrors().trim()
  return new EmbeddedPostgresError(
    'start-failed',
    `PostgreSQL did not start on ${place.cluster}. ${said}${said === '' ? '' : '\n'}More may be in ${join(place.cluster, 'log')}.`,
  )
}

function serve({ child, pid, ended, hasEnded }: Launched): Server {
  // A forgotten stop must not keep a finished command alive; the watcher ends the server after us.
  child.unref()
  for (const stream of [child.stderr, child.stdio[3]]) (stream as Socket | null)?.unref()
  let stopping: Promise<void> | undefined
  return {
    pid,
    ended,
    async stop() {
      child.ref()
      stopping ??= hasEnded() || pid < 0 ? Promise.resolve() : endServer(pid).then(async () => void (await ended))
      await stopping
    },
  }
}
