import { randomBytes } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { hashToken } from '../src/platform/crypto.ts'
import type { TestService } from './service.ts'

export type Answer = {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly location: string | null
}

/** A browser without script: keeps cookies, finds the form token of the page it last saw, follows nothing by itself. */
export class Client {
  readonly cookies = new Map<string, string>()
  #token = ''
  readonly #app: FastifyInstance
  readonly #address: string
  constructor(app: FastifyInstance, address = '127.0.0.1') {
    this.#app = app
    this.#address = address
  }

  async request(
    method: 'GET' | 'POST' | 'HEAD' | 'PUT' | 'DELETE',
    url: string,
    options: { readonly payload?: string | Buffer; readonly headers?: Record<string, string> } = {},
  ): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await this.#app.inject({
      method,
      url,
      remoteAddress: this.#address,
      headers: { ...(cookie ? { cookie } : {}), ...options.headers },
      ...(options.payload === undefined ? {} : { payload: options.payload }),
    })
    for (const { name, value, maxAge } of response.cookies) {
      if (value === '' || maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    const token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1]
    if (token !== undefined) this.#token = token
    const location = response.headers.location
    return {
      status: response.statusCode,
      body: response.body,
      headers: response.headers,
      location: typeof location === 'string' ? location : null,
    }
  }

  get(url: string, headers: Record<string, string> = {}): Promise<Answer> {
    return this.request('GET', url, { headers })
  }

  /** Sends a form with the token of the last page that had one. */
  post(
    url: string,
    fields: Readonly<Record<string, string | readonly string[]>> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const form = new URLSearchParams({ _csrf: this.#token })
    for (const [name, value] of Object.entries(fields))
      for (const item of typeof value === 'string' ? [value] : value) form.append(name, item)
    return this.request('POST', url, {
      payload: form.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin', ...headers },
    })
  }

  /** Sends a form with files. */
  async upload(
    url: string,
    fields: Readonly<Record<string, string>>,
    files: readonly { field: string; name: string; bytes: Buffer; type?: string }[],
  ): Promise<Answer> {
    const form = new FormData()
    form.append('_csrf', this.#token)
    for (const [name, value] of Object.entries(fields)) form.append(name, value)
    for (const { field, name, bytes, type } of files)
      form.append(field, new Blob([new Uint8Array(bytes)], { type: type ?? 'application/octet-stream' }), name)
    const encoded = new Response(form)
    return this.request('POST', url, {
      payload: Buffer.from(await encoded.arrayBuffer()),
      headers: { 'content-type': encoded.headers.get('content-type') ?? '', 'sec-fetch-site': 'same-origin' },
    })
  }
}

/** Puts an officer's session into the tables and its cookie into the client, as if they had signed in. */
export async function openSession(service: TestService, client: Client, officerId: string): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  await service.owner.query(
    'insert into accounts_session (token_hash, id, officer_id, created_at, seen_at) values ($1, gen_random_uuid(), $2, $3, $3)',
    [hashToken(token), officerId, service.clock.now()],
  )
  client.cookies.set('__Host-petugas', token)
}
