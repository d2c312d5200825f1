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

function readNumberWithin(environment: Environment, name: string, fallback: number, range: readonly [from: number, to: number]): number {
  const value = readNumber(environment, name, fallback)
  if (value < range[0] || value > range[1]) throw new Error(`${name} must lie between ${range[0]} and ${range[1]}, not be ${value}`)
  return value
}

function readChoice<Choice extends string>(environment: Environment, name: string, fallback: Choice, choices: readonly Choice[]): Choice {
  const text = environment[name] || fallback
  const chosen = choices.find((choice) => choice === text)
  if (chosen === undefined) throw new Error(`${name} must be one of ${choices.join(', ')}, not '${text}'`)
  return chosen
}

function readSender(environment: Environment): string {
  const text = environment['MAIL_FROM'] || 'Tanggap <tanggap@localhost>'
  if (!/^[^<>@\s]+@[^<>@\s]+$|<[^<>@\s]+@[^<>@\s]+>$/.test(text))
    throw new Error(`MAIL_FROM must be an address or Name <address>, not '${text}'`)
  return text
}

const modes = ['development', 'production', 'test'] as const
const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const

function readUrl(environment: Environment, name: string, protocols: readonly string[]): string | null {
  const text = environment[name]
  if (text === undefined || text === '') return null
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new Error(`${name} must be an address that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`)
  }
  return text
}

/** Reads and checks every setting at once; a wrong one stops the start with its name. */
export function readSettings(environment: Environment = process.env): Settings {
  const mode = readChoice(environment, 'TANGGAP_MODE', 'development', modes)
  const root = findRoot()
  const port = readNumberWithin(environment, 'PORT', 8080, [0, 65_535])
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
    databasePoolSize: readNumberWithin(environment, 'DATABASE_POOL', 12, [2, 1_000]),
    masterSecretFile: resolve(root, environment['MASTER_SECRET_FILE'] ?? join(dataDirectory, 'master.secret')),
    smtpUrl: readUrl(environment, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: readSender(environment),
    demo: readChoice(environment, 'TANGGAP_DEMO', mode === 'production' ? 'off' : 'on', ['on', 'off']) === 'on',
    logLevel: readChoice(environment, 'LOG_LEVEL', 'info', logLevels),
    jobConcurrency: readNumber(environment, 'JOB_CONCURRENCY', 3),
    trustedProxies: readNumber(environment, 'TRUSTED_PROXIES', 0),
    limitFactor: Math.max(1, readNumber(environment, 'LIMIT_FACTOR', 1)),
  }
}
