import { access, constants, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import pg from 'pg'
import type { Settings } from '../platform/config.ts'
import { listWaiting, readMigrations } from '../platform/database/migrate.ts'
import { isSecureOrigin } from '../platform/http/security.ts'

/** `wrong` must be mended before people rely on the service; `warning` should be. `advice` says how. */
export type Finding = { readonly level: 'good' | 'warning' | 'wrong'; readonly what: string; readonly advice?: string }

const good = (what: string): Finding => ({ level: 'good', what })
const warning = (what: string, advice: string): Finding => ({ level: 'warning', what, advice })
const wrong = (what: string, advice: string): Finding => ({ level: 'wrong', what, advice })

function examineSettings(settings: Settings): Finding[] {
  const production = settings.mode === 'production'
  return [
    Number(process.versions.node.split('.')[0]) >= 24
      ? good(`Node ${process.versions.node}`)
      : wrong(`Node ${process.versions.node}`, 'run through npm scripts or npx, which use the pinned Node 24'),
    isSecureOrigin(settings.publicUrl)
      ? good(`public address ${settings.publicUrl}`)
      : wrong(
          `public address ${settings.publicUrl} is neither https nor this machine`,
          'put TLS in front and set PUBLIC_URL=https://…; without it browsers send cookies in clear',
        ),
    production && settings.demo
      ? wrong('demo accounts and tickets are switched on', 'set TANGGAP_DEMO=off')
      : good(settings.demo ? 'demo data on (not in production)' : 'no demo data'),
    production ? good('mode production') : warning(`mode ${settings.mode}`, 'set TANGGAP_MODE=production for real use'),
    settings.trustedProxies === 0 && production
      ? warning(
          'no proxy is trusted',
          'behind a reverse proxy set TRUSTED_PROXIES to their number, else all visitors share one address in the limits',
        )
      : good(`trusted proxies: ${settings.trustedProxies}`),
  ]
}

async function examineFolder(settings: Settings): Promise<Finding[]> {
  const findings: Finding[] = []
  const writable = await access(settings.dataDirectory, constants.W_OK).then(
    () => true,
    () => false,
  )
  findings.push(
    writable
      ? good(`data folder ${settings.dataDirectory}`)
      : wrong(`data folder ${settings.dataDirectory} cannot be written`, 'give its owner write access or set TANGGAP_DATA'),
  )
  const secret = await stat(settings.masterSecretFile).catch(() => null)
  if (secret === null)
    findings.push(
      wrong(
        'no master secret',
        `it is made at the first start; set MASTER_SECRET_FILE if it lives elsewhere than ${settings.masterSecretFile}`,
      ),
    )
  else if ((secret.mode & 0o077) !== 0) findings.push(wrong('others can read the master secret', `chmod 600 ${settings.masterSecretFile}`))
  else findings.push(good('master secret is readable by its owner alone'))
  const disk = await statfs(settings.dataDirectory).catch(() => null)
  if (disk !== null) {
    const free = disk.bavail / disk.blocks
    const text = `${Math.round((disk.bavail * disk.bsize) / 1e9)} GB free (${Math.round(free * 100)} %)`
    findings.push(free < 0.1 ? warning(`disk: ${text}`, 'make room before uploads are refused') : good(`disk: ${text}`))
  }
  return findings
}

type Facts = {
  version: number
  rights: boolean
  unguarded: string[]
  failed_jobs: string
  old_pending: string
  failed_mails: string
  next_year: boolean
  administrators: string
  demo_officers: string
  leaderless: string
  checksum_failures: string
}

async function gatherFacts(ownerUrl: string, now: Date): Promise<Facts> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Facts>(
      `select current_setting('server_version_num')::int as version,
        (select rolsuper or rolbypassrls from pg_roles where rolname = 'tanggap_app') as rights,
        array(select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'ticket_id' and not a.attisdropped
          where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not c.relrowsecurity) as unguarded,
        (select count(*) from graphile_worker._private_jobs where attempts >= max_attempts) as failed_jobs,
        (select count(*) from trail_pending p join trail_entry e on e.id = p.entry_id where e.at < $1::timestamptz - interval '5 minutes') as old_pending,
        (select count(*) from notification_mail where state = 'failed') as failed_mails,
        exists(select from deadlines_year where year = extract(year from $1::timestamptz + interval '4 months')) as next_year,
        (select count(*) from accounts_role r join accounts_officer o on o.id = r.officer_id and o.active where r.role = 'administrator' and not o.demo) as administrators,
        (select count(*) from accounts_officer where demo) as demo_officers,
        (select count(*) from accounts_office f where f.active and exists (select from record_ticket t where t.office_id = f.id and t.owed)
          and not exists (select from accounts_role r join accounts_officer o on o.id = r.officer_id and o.active where r.office_id = f.id and r.role in ('manager', 'compliance'))) as leaderless,
        coalesce((select sum(checksum_failures) from pg_stat_database), 0) as checksum_failures`,
      [now],
    )
    const facts = rows[0]
    if (!facts) throw new Error('the database gave no answer')
    return facts
  } finally {
    await client.end()
  }
}

/** Demo persons in earnest: their reports count in every figure, and their own password is public. */
function examineDemo({ demo_officers: demo, administrators }: Facts, { mode, demo: switchedOn }: Settings): Finding[] {
  const production = mode === 'production'
  const own = Number(administrators)
  return [
    production && Number(demo) > 0
      ? wrong(
          `${demo} demo officers and their reports lie in this database`,
          'run in earnest on data of its own: another TANGGAP_DATA or DATABASE_URL',
        )
      : good(Number(demo) > 0 ? 'demo officers and reports (not in production)' : 'no demo officers'),
    own > 0 || (switchedOn && !production)
      ? good(`${own} administrators beside the demo's`)
      : wrong('no administrator', 'tanggap create-admin'),
  ]
}

function examineFacts(facts: Facts): Finding[] {
  return [
    facts.version >= 150_000
      ? good(`PostgreSQL ${Math.floor(facts.version / 10_000)}`)
      : wrong(`PostgreSQL ${Math.floor(facts.version / 10_000)}`, 'use 15 or newer'),
    facts.rights
      ? wrong('the role tanggap_app passes row-level security', 'alter role tanggap_app nosuperuser nobypassrls')
      : good('the application role is held by row-level security'),
    facts.unguarded.length > 0
      ? wrong(`tables without row-level security: ${facts.unguarded.join(', ')}`, 'a migration is missing or was undone')
      : good('every table of tickets is guarded'),
    Number(facts.failed_jobs) > 0
      ? warning(`${facts.failed_jobs} jobs gave up`, 'read the log for their names; mend the cause and run them again')
      : good('no job gave up'),
    Number(facts.failed_mails) > 0
      ? warning(
          `${facts.failed_mails} mails could not be delivered`,
          'see the tickets concerned; the complainant can still use number and code',
        )
      : good('no undeliverable mail'),
    Number(facts.old_pending) > 0
      ? warning(`${facts.old_pending} trail entries wait to be chained`, 'is a service running? tanggap verify chains them')
      : good('the trail is chained up to date'),
    facts.next_year
      ? good('the calendar reaches four months ahead')
      : warning(
          'the days off of the coming months are not entered',
          'enter the decree (SKB) of next year; deadlines beyond the known years get no date',
        ),
    Number(facts.leaderless) > 0
      ? wrong(
          `${facts.leaderless} offices hold open reports but have no manager`,
          'give somebody the role manager there (Perpres 76/2013 asks for an appointed complaint manager)',
        )
      : good('every office with open reports has a manager'),
    Number(facts.checksum_failures) > 0
      ? wrong('the database found damaged pages', 'stop, keep a copy of the data folder and restore a backup')
      : good('no damaged pages'),
  ]
}

async function examineMail(settings: Settings): Promise<Finding> {
  if (settings.smtpUrl === null) return warning('no SMTP server', 'set SMTP_URL; until then mails wait in the local outbox')
  const transport = nodemailer.createTransport({ url: settings.smtpUrl, connectionTimeout: 5000, greetingTimeout: 5000 })
  try {
    await transport.verify()
    return good('the SMTP server answers')
  } catch {
    return wrong('the SMTP server does not answer or refuses the login', 'check SMTP_URL (host, port, user, password, TLS)')
  } finally {
    transport.close()
  }
}

/** Looks and changes nothing: what waits for a migration is said, and what only its tables could tell is not asked. */
async function examineDatabase(settings: Settings, ownerUrl: string, now: Date): Promise<Finding[]> {
  const waiting = await listWaiting(ownerUrl, await readMigrations(join(settings.root, 'migrations')))
  if (waiting.length > 0)
    return [
      wrong(
        `${waiting.length} migrations wait (${waiting[0]} and on); the database was not looked into`,
        'tanggap migrate, or start the service; an update begins with a backup by the program before',
      ),
    ]
  const facts = await gatherFacts(ownerUrl, now)
  return [good('no migration waits'), ...examineDemo(facts, settings), ...examineFacts(facts)]
}

/** Everything that can be told to be misconfigured from here. */
export async function examine(settings: Settings, ownerUrl: string, now: Date): Promise<readonly Finding[]> {
  return [
    ...examineSettings(settings),
    ...(await examineFolder(settings)),
    ...(await examineDatabase(settings, ownerUrl, now)),
    await examineMail(settings),
  ]
}
