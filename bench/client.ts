import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { brotliDecompressSync } from 'node:zlib'

export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  readonly location: string | null
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }

type Options = { readonly agent: Agent; readonly origin: string }

/** One keep-alive connection for each that asks at the same time, as a proxy in front would hold. */
export function createAgent(): Agent {
  return new Agent({ keepAlive: true, maxSockets: 64 })
}

/** A page as text, whether it came compressed or not. */
export function readText({ headers, body }: Answer): string {
  return (headers['content-encoding'] === 'br' ? brotliDecompressSync(body) : body).toString('utf8')
}

/** What a browser keeps between pages: cookies and the token of the last form. Behind a proxy each has an address of its own. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  token = ''
  readonly #options: Options
  constructor(options: Options) {
    this.#options = options
  }

  /** Another visitor on the same browser: a new address, and no session but the one given. */
  comeFrom(address: string): void {
    this.#address = address
  }
  #address = '10.0.0.1'

  get(path: string): Promise<Answer> {
    return this.#send('GET', path, null)
  }

  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer> {
    return this.#send('POST', path, new URLSearchParams({ _csrf: this.token, ...fields }).toString())
  }

  /** Asks the API, as a program with this key or without one. */
  call(path: string, body: object, key: string | null = null): Promise<Answer> {
    return this.#send('POST', path, JSON.stringify(body), {
      'content-type': 'application/json',
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
    })
  }

  /** Opens a page with a form and keeps its token. */
  async open(path: string): Promise<string> {
    const page = readText(await this.get(path))
    const token = /name="_csrf" value="([^"]+)"/.exec(page)?.[1]
    if (token === undefined) throw new Error(`no form on ${path}`)
    this.token = token
    return page
  }

  #send(method: string, path: string, body: string | null, kind: Readonly<Record<string, string>> = form): Promise<Answer> {
    const { agent, origin } = this.#options
    const headers: Record<string, string> = {
      'accept-encoding': 'br, gzip',
      'accept-language': 'id',
      'x-forwarded-for': this.#address,
      'sec-fetch-site': 'same-origin',
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(body === null ? {} : { ...kind, 'content-length': String(Buffer.byteLength(body)) }),
    }
    return new Promise((resolve, reject) => {
      const sent = request(`${origin}${path}`, { method, agent, headers }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          for (const cookie of response.headers['set-cookie'] ?? []) this.#keep(cookie)
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
            location: response.headers.location ?? null,
          })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const cut = pair.indexOf('=')
    const value = pair.slice(cut + 1)
    if (value === '' || /max-age=0/i.test(cookie)) this.cookies.delete(pair.slice(0, cut))
    else this.cookies.set(pair.slice(0, cut), value)
  }
}
