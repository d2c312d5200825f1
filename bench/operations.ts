import { randomBytes } from 'node:crypto'
import type { Agent } from 'node:http'
import { storeDraft } from '../src/complaint/intake/actions/draft.ts'
import { type Draft, steps } from '../src/complaint/intake/rules.ts'
import { type Context, visitor } from '../src/platform/context.ts'
import { hashToken } from '../src/platform/crypto.ts'
import { openDatabase } from '../src/platform/database/index.ts'
import { readText, Visitor } from './client.ts'
import type { Once } from './load.ts'
import { composeBenchCode } from './plan.ts'
import { createRandom, type Random } from './random.ts'
import type { Stage } from './stage.ts'
import { composeQuestion, composeTexts, type Text } from './texts.ts'

/** The running service and what of its data the operations need to know. */
export type Bench = {
  readonly stage: Stage
  readonly origin: string
  readonly agent: Agent
  readonly random: Random
  readonly texts: readonly Text[]
  readonly tickets: readonly { readonly id: string; readonly number: string; readonly officeId: string }[]
  /** Handlers of units, big units as much oftener as they have more tickets; each signed in. */
  readonly desks: readonly {
    readonly officerId: string
    readonly officeId: string
    readonly token: string
    readonly ticketIds: readonly string[]
  }[]
}

export type Operation = {
  readonly name: string
  readonly what: string
  /** Makes everything that is used up, at most `most` times, and one browser for each worker. */
  readonly prepare: (bench: Bench, options: { readonly workers: number; readonly most: number }) => Promise<Once>
  /** Requests that one operation makes. */
  readonly requests: number
  /** Whether what it prepares is used up. */
  readonly consumes?: boolean
  /** Whether pgbench can send the same SQL again; true where nothing is said. */
  readonly hasFloor?: boolean
  /** What else was seen. */
  readonly tell?: () => string
}

function expectStatus(answer: { readonly status: number; readonly location: string | null }, status: number, location?: string): void {
  if (answer.status !== status || (location !== undefined && answer.location !== location))
    throw new Error(`${answer.status} ${answer.location ?? ''}, not ${status} ${location ?? ''}`)
}

export function drawAddress(random: Random): string {
  return `10.${random.below(256)}.${random.below(256)}.${random.below(256)}`
}

type Sample = Bench['tickets'][number]
type Desk = Bench['desks'][number]

async function signIn({ owner }: Stage, officeId: string): Promise<Desk | null> {
  const { rows } = await owner.query<{ id: string }>(
    `select officer_id as id from accounts_role where office_id = $1 and role = 'handler' order by random() limit 1`,
    [officeId],
  )
  const officerId = rows[0]?.id
  const own = await owner.query<{ id: string }>(
    'select id from record_ticket where office_id = $1 and not restricted order by owed desc, random() limit 60',
    [officeId],
  )
  if (officerId === undefined || own.rows.length === 0) return null
  const token = randomBytes(32).toString('base64url')
  await owner.query(
    'insert into accounts_session (token_hash, id, officer_id, created_at, seen_at) values ($1, gen_random_uuid(), $2, now(), now())',
    [hashToken(token), officerId],
  )
  return { officerId, officeId, token, ticketIds: own.rows.map(({ id }) => id) }
}

/** Draws the tickets and officers of a run; their sessions are put in the table as if they had signed in. */
export async function openBench(stage: Stage, origin: string, agent: Agent): Promise<Bench> {
  const random = createRandom(42)
  await stage.owner.query('select setseed(0.42)')
  // What submit left behind while it was recorded has codes that nobody knows.
  const drawn = await stage.owner.query<Sample & { readonly code: Buffer }>(
    'select id, number, office_id as "officeId", code_hash as code from record_ticket order by random() limit 2000',
  )
  const tickets = drawn.rows.filter(({ number, code }) =>
    stage.keyring.hmac('access-code', `${number}:${composeBenchCode(number)}`).equals(code),
  )
  const desks: Desk[] = []
  for (let place = 0; place < 40; place += 1) {
    const desk = await signIn(stage, random.pick(tickets).officeId)
    if (desk !== null) desks.push(desk)
  }
  return { stage, origin, agent, random, texts: composeTexts(500), tickets, desks }
}

async function openVisitors(bench: Bench, workers: number, path: string): Promise<readonly Visitor[]> {
  return Promise.all(
    Array.from({ length: workers }, async () => {
      const browser = new Visitor(bench)
      browser.comeFrom(drawAddress(bench.random))
      await browser.open(path)
      return browser
    }),
  )
}

function composeDraft(bench: Bench, officeId: string | null): Draft {
  const { random } = bench
  const { body, wish } = random.pick(bench.texts)
  const serial = random.below(1_000_000)
  return {
    idempotencyKey: randomBytes(16).toString('base64url'),
    answers: {
      kind: 'complaint',
      topic: 'passport',
      reason: 'PSP.06',
      officeId,
      text: body,
      wish,
      reference: '',
      happenedOn: null,
      happenedRoughly: '',
      happenedAt: '',
      relation: null,
      anonymous: false,
      secret: false,
      unidentified: false,
      name: `Demo Pelapor ${serial}`,
      email: `demo.${serial}@contoh.example`,
      phone: '',
    },
    passed: [...steps],
    checked: true,
    dropped: [],
    pending: null,
    files: [],
  }
}

/** Puts finished drafts behind fresh cookies, as if each visitor had gone through the screens. */
async function storeDrafts(bench: Bench, count: number): Promise<string[]> {
  const database = openDatabase({ url: bench.stage.ownerUrl, role: 'tanggap_app', size: 4, onError: () => undefined })
  const { rows } = await bench.stage.owner.query<{ id: string }>('select id from accounts_office where selectable and active')
  const tokens = Array.from({ length: count }, () => randomBytes(32).toString('base64url'))
  const waiting = [...tokens]
  const work = async (): Promise<void> => {
    for (let batch = waiting.splice(0, 50); batch.length > 0; batch = waiting.splice(0, 50)) {
      await database.transaction(visitor, async (tx) => {
        const ctx = { tx, keyring: bench.stage.keyring, now: new Date() } as Context
        for (const token of batch) await storeDraft(ctx, token, composeDraft(bench, bench.random.pick(rows).id))
      })
    }
  }
  await Promise.all(Array.from({ length: 4 }, work))
  await database.close()
  return tokens
}

const submit: Operation = {
  name: 'submit',
  what: 'the last POST of the form with its draft; the jobs it queues included',
  requests: 1,
  consumes: true,
  async prepare(bench, { workers, most }) {
    const tokens = await storeDrafts(bench, most)
    const browsers = await openVisitors(bench, workers, '/lacak')
    return async (worker) => {
      const browser = browsers[worker % browsers.length] ?? new Visitor(bench)
      const token = tokens.pop()
      if (token === undefined) throw new Error('no draft left')
      browser.comeFrom(drawAddress(bench.random))
      browser.cookies.delete('__Host-tanda')
      browser.cookies.set('__Host-isian', token)
      expectStatus(await browser.post('/lapor/kirim', {}), 303, '/lapor/tanda-terima')
    }
  },
}

const track: Operation = {
  name: 'track',
  what: 'POST of number and code, and the page behind it',
  requests: 2,
  async prepare(bench, { workers }) {
    const browsers = await openVisitors(bench, workers, '/lacak')
    return async (worker) => {
      const browser = browsers[worker % browsers.length] ?? new Visitor(bench)
      const { number } = bench.random.pick(bench.tickets)
      browser.comeFrom(drawAddress(bench.random))
      browser.cookies.delete('__Host-pelapor')
      expectStatus(await browser.post('/lacak', { number, accessCode: composeBenchCode(number) }), 303, '/lacak/laporan')
      const page = await browser.get('/lacak/laporan')
      expectStatus(page, 200)
      if (bench.random.chance(0.02) && !readText(page).includes(number)) throw new Error('a page without its number')
    }
  },
}

function defineConsole(name: string, what: string, address: (bench: Bench, desk: Bench['desks'][number]) => string): Operation {
  return {
    name,
    what,
    requests: 1,
    async prepare(bench, { workers }) {
      const browsers = Array.from({ length: workers }, () => new Visitor(bench))
      return async (worker) => {
        const browser = browsers[worker % browsers.length] ?? new Visitor(bench)
        const desk = bench.random.pick(bench.desks)
        browser.cookies.set('__Host-petugas', desk.token)
        const page = await browser.get(address(bench, desk))
        expectStatus(page, 200)
        if (bench.random.chance(0.02) && !/<\/html>\s*$/.test(readText(page))) throw new Error('half a page')
      }
    },
  }
}

export const operations: readonly Operation[] = [
  submit,
  track,
  defineConsole('inbox', 'first page of the inbox with its counts', () => '/petugas'),
  defineConsole('open ticket', 'one ticket with all about it', (bench, desk) => `/petugas/laporan/${bench.random.pick(desk.ticketIds)}`),
  defineConsole(
    'search',
    'words in the tickets of the unit, first page and total',
    (bench) => `/petugas/cari?q=${encodeURIComponent(composeQuestion(bench.random))}`,
  ),
]
