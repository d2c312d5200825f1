import type { AddressInfo } from 'node:net'
import type { Console } from './console.ts'
import type { TestService } from './service.ts'

export type Told = { readonly place: string; readonly text: string | null }

/** An open page's stream, as a browser holds it. */
export type OpenStream = {
  readonly status: number
  /** All that was told so far. */
  readonly told: readonly Told[]
  readonly isOpen: () => boolean
  readonly close: () => void
}

const origins = new WeakMap<TestService, Promise<string>>()

function listenOnce(service: TestService): Promise<string> {
  const known = origins.get(service)
  if (known) return known
  const origin = service.app
    .listen({ host: '127.0.0.1', port: 0 })
    .then(() => `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`)
  origins.set(service, origin)
  return origin
}

/** Opens a stream over a real socket with the cookies of a console. */
export async function openStream(service: TestService, { client }: Pick<Console, 'client'>, path: string): Promise<OpenStream> {
  const stop = new AbortController()
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const response = await fetch(`${await listenOnce(service)}${path}`, {
    headers: { cookie, accept: 'text/event-stream' },
    redirect: 'manual',
    signal: stop.signal,
  })
  const told: Told[] = []
  let open = response.status === 200
  async function read(): Promise<void> {
    let rest = ''
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      const lines = `${rest}${chunk}`.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.startsWith('data: ')) told.push(JSON.parse(line.slice(6)) as Told)
    }
  }
  void read()
    .catch(() => undefined)
    .finally(() => {
      open = false
    })
  return { status: response.status, told, isOpen: () => open, close: () => stop.abort() }
}
