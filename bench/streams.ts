import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { readCpu } from './processes.ts'

/*
 * What open console pages cost while nothing happens: processor time of a running service (database included) without streams and
 * with them. Goal: 100 idle ones take at most a tenth of one core.
 */

const usage = `node bench/streams.ts --pid PID --url http://127.0.0.1:8080 --email E --password P [--streams 100] [--seconds 60]
PID is the process that started the service.`

const { values } = parseArgs({
  options: {
    pid: { type: 'string' },
    url: { type: 'string', default: 'http://127.0.0.1:8080' },
    email: { type: 'string', default: 'handler@demo.example' },
    password: { type: 'string' },
    streams: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '60' },
  },
})
if (values.pid === undefined || values.password === undefined) {
  console.log(usage)
  process.exit(2)
}
const root = Number(values.pid)
const seconds = Number(values.seconds)

const cookies = new Map<string, string>()

async function ask(path: string, form?: URLSearchParams): Promise<Response> {
  const response = await fetch(values.url + path, {
    redirect: 'manual',
    headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; '), 'sec-fetch-site': 'same-origin' },
    ...(form === undefined ? {} : { method: 'POST', body: form }),
  })
  for (const line of response.headers.getSetCookie()) {
    const [name = '', value = ''] = line.split(';')[0]?.split('=') ?? []
    cookies.set(name, value)
  }
  return response
}

async function signIn(email: string, password: string): Promise<void> {
  const page = await (await ask('/petugas/masuk')).text()
  const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1] ?? ''
  await ask('/petugas/masuk', new URLSearchParams({ _csrf: token, email, password }))
}

/** Whole streams that are read, so that heartbeats do not lie about. */
async function openStreams(count: number, stop: AbortSignal): Promise<number> {
  const cookie = [...cookies].map((pair) => pair.join('=')).join('; ')
  let open = 0
  for (let turn = 0; turn < count; turn += 1) {
    const headers = { cookie, accept: 'text/event-stream' }
    const response = await fetch(`${values.url}/petugas/siaran?dari=${Date.now()}`, { headers, signal: stop, redirect: 'manual' })
    if (response.status === 200) open += 1
    void response.body?.pipeTo(new WritableStream()).catch(() => undefined)
  }
  return open
}

/** Processor time in percent of one core. */
async function measure(): Promise<number> {
  const [before, since] = [readCpu(root), performance.now()]
  await sleep(seconds * 1000)
  return ((readCpu(root) - before) / (performance.now() - since)) * 100
}

await signIn(values.email, values.password)
const stop = new AbortController()
const without = await measure()
const open = await openStreams(Number(values.streams), stop.signal)
await sleep(3000)
const along = await measure()
stop.abort()
const say = (share: number): string => `${share.toFixed(1)} %`
console.log(`without: ${say(without)} of one core; with ${open} idle streams: ${say(along)}; more: ${say(along - without)}`)
process.exit(0)
