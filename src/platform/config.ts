import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** Settings of one running service, read once from the environment. The list with explanations is docs/guides/settings.md. */
export type Settings = {
  readonly mode: 'development' | 'production' | 'test'
  readonly host: string
  readonly port: number
  /** Origin that people see, without a slash at the end; decides cookies, links in mails and QR codes. */
  readonly publicUrl: string
  readonly root: string
  readonly dataDirectory: string
  /** null: the embedded PostgreSQL. */
  readonly databaseUrl: string | null
  /** Login of the role `tanggap_app`; without it the owner's login steps down to that role at connect. */
  readonly databaseAppUrl: string | null
  readonly databasePoolSize: number
  readonly masterSecretFile: string
  readonly smtpUrl: string | null
  readonly mailFrom: string
  readonly demo: boolean
  readonly logLevel: string
  readonly jobConcurrency: number
  /** Proxies in front whose `X-Forwarded-For` is believed; 0 means none. */
  readonly trustedProxies: number
  /** Multiplies every limit against flooding: for a desk behind one shared address, and for tests and measurements. */
  readonly limitFactor: number
}

export type Environment = Readonly<Record<string, string | undefined>>

/** The folder that holds package.json: the same from the sources and from the built file. */
export function findRoot(from: string = import.meta.dirname): string {
  let folder = from
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder) throw new Error('package.json not found above the program')
    folder = parent
  }
  return folder
}

function readNumber(environment: Environment, name: string, fallback: number): number {
  const text = environment[name]
  if (text === undefined || text === '') return fallback
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not '${text}'`)
  return value
}

function readUrl(environment: Environment, name: string, protocols: readonly string[]): string | null {
  const text = environment[name]
  if (text === undefined || text === '') return null
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new Error(`${name} must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`)
  }
  return text
}

function readMode(environment: Environment): Settings['mode'] {
  const text = environment['TANGGAP_MODE'] ?? 'development'
  if (text === 'development' || text === 'production' || text === 'test') return text
  throw new Error(`TANGGAP_MODE must be development, production or test, not '${text}'`)
}

/** Reads and checks every setting at once; a wrong one stops the start with its name. */
export function readSettings(environment: Environment = process.env): Settings {
  const mode = readMode(environment)
  const root = findRoot()
  const port = readNumber(environment, 'PORT', 8080)
  const host = environment['HOST'] ?? '127.0.0.1'
  const dataDirectory = resolve(root, environment['TANGGAP_DATA'] ?? 'var')
  const publicUrl = (readUrl(environment, 'PUBLIC_URL', ['http:', 'https:']) ?? `http://127.0.0.1:${port}`).replace(/\/+$/, '')
  return {
    mode,
    host,
    port,
    publicUrl,
    root,
    dataDirectory,
    databaseUrl: readUrl(environment, 'DATABASE_URL', ['postgresql:', 'postgres:']),
    databaseAppUrl: readUrl(environment, 'DATABASE_APP_URL', ['postgresql:', 'postgres:']),
    databasePoolSize: readNumber(environment, 'DATABASE_POOL', 12),
    masterSecretFile: resolve(root, environment['MASTER_SECRET_FILE'] ?? join(dataDirectory, 'master.secret')),
    smtpUrl: readUrl(environment, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: environment['MAIL_FROM'] ?? 'Tanggap <tanggap@localhost>',
    demo: (environment['TANGGAP_DEMO'] ?? (mode === 'production' ? 'off' : 'on')) === 'on',
    logLevel: environment['LOG_LEVEL'] ?? 'info',
    jobConcurrency: readNumber(environment, 'JOB_CONCURRENCY', 3),
    trustedProxies: readNumber(environment, 'TRUSTED_PROXIES', 0),
    limitFactor: Math.max(1, readNumber(environment, 'LIMIT_FACTOR', 1)),
  }
}
