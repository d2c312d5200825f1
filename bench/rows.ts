import { createHash } from 'node:crypto'
import { canonicalText, type TrailEntry } from '../src/audit/trail/rules.ts'
import { isVisible } from '../src/complaint/record/events.ts'
import type { Keyring } from '../src/platform/crypto.ts'
import { openRows, type Rows } from './copying.ts'
import { composeBenchCode, type PlannedEvent, type PlannedOfficer, type PlannedTicket } from './plan.ts'
import { composeId, createRandom } from './random.ts'
import type { Text } from './texts.ts'

/** The tables that are filled by COPY, with the columns in the order of the rows below. */
export const tables = {
  bench_ticket: [
    'place',
    'text',
    'id',
    'number',
    'code_hash',
    'kind',
    'category',
    'class',
    'state',
    'channel',
    'language',
    'office_id',
    'concerned_office_id',
    'assignee_id',
    'anonymous',
    'secret',
    'unidentified',
    'restricted',
    'relation',
    'submitted_at',
    'due_at',
    'answered_at',
    'closed_at',
    'owed',
    'outcome',
    'resume_state',
    'version',
  ],
  record_event: ['id', 'at', 'ticket_id', 'version', 'type', 'visible', 'actor_kind', 'actor_id', 'actor_name', 'payload'],
  deadlines_clock: [
    'ticket_id',
    'rule_id',
    'rule_version',
    'law',
    'unit',
    'amount',
    'started_at',
    'due_on',
    'due_at',
    'planned_on',
    'planned_at',
    'pausable',
    'stopped_at',
    'next_milestone',
    'next_at',
  ],
  conversation_message: [
    'id',
    'ticket_id',
    'at',
    'author_kind',
    'author_id',
    'author_name',
    'kind',
    'body',
    'finding',
    'action',
    'remedy',
    'next_step',
    'language',
  ],
  confidentiality_identity: ['ticket_id', 'sealed', 'email_hash', 'phone_hash', 'hidden'],
  tracking_rating: ['ticket_id', 'solved', 'treated', 'words', 'at'],
  trail_entry: [
    'id',
    'at',
    'event',
    'outcome',
    'actor_kind',
    'actor_id',
    'actor_name',
    'actor_roles',
    'object_type',
    'object_id',
    'request_id',
    'details',
  ],
  trail_link: ['position', 'entry_id', 'hash'],
} as const

type Table = keyof typeof tables
type Writers = Readonly<Record<Table, Rows>>
type Values = Parameters<Rows['add']>[0]

function composeTicket(index: number, ticket: PlannedTicket, keyring: Keyring): Values {
  const { standing } = ticket
  return [
    index,
    ticket.text,
    ticket.id,
    ticket.number,
    keyring.hmac('access-code', `${ticket.number}:${composeBenchCode(ticket.number)}`),
    ticket.kind,
    standing.category,
    standing.class,
    standing.state,
    ticket.channel,
    ticket.language,
    standing.officeId,
    ticket.concernedOfficeId,
    standing.assigneeId,
    ticket.anonymous,
    ticket.secret,
    ticket.unidentified,
    standing.restricted,
    ticket.relation,
    new Date(ticket.submittedAt),
    standing.dueAt,
    standing.answeredAt,
    standing.closedAt,
    standing.owed,
    standing.outcome,
    standing.resumeState,
    standing.version,
  ]
}

function describeActor(by: PlannedEvent['by']): readonly [string, string | null, string | null] {
  if (by === 'complainant') return ['keyholder', null, null]
  return by === 'system' ? ['system', null, null] : ['officer', by.id, by.name]
}

function addLife(
  { record_event, deadlines_clock, conversation_message, tracking_rating }: Writers,
  ticket: PlannedTicket,
  texts: readonly Text[],
): void {
  ticket.events.forEach(({ id, at, event, by }, place) => {
    record_event.add([
      id,
      new Date(at),
      ticket.id,
      place + 1,
      event.type,
      isVisible(event.type),
      ...describeActor(by),
      JSON.stringify(event.payload),
    ])
    if (event.type === 'ticket.rated') tracking_rating.add([ticket.id, event.payload.solved, 1 + (at % 5), '', new Date(at)])
  })
  const started = new Date(ticket.submittedAt)
  const { owed, dueAt, answeredAt, closedAt } = ticket.standing
  // As the watch leaves a ticket behind: stopped with its answer, or waiting for its end; what is late was told long ago.
  const stoppedAt = owed ? null : (answeredAt ?? closedAt ?? started)
  const next = owed && dueAt.getTime() > Date.now() ? dueAt : null
  for (const clock of ticket.clocks) {
    deadlines_clock.add([
      ticket.id,
      clock.ruleId,
      clock.ruleVersion,
      clock.law,
      clock.unit,
      clock.amount,
      started,
      clock.dueOn,
      clock.dueAt,
      clock.dueOn,
      clock.dueAt,
      clock.pausable,
      stoppedAt,
      next === null ? null : 'breach',
      next,
    ])
  }
  for (const { id, at, kind, by, text } of ticket.messages) {
    const body = texts[text]?.body ?? ''
    const parts = kind === 'answer' ? [body.slice(0, 200), body.slice(200, 400), '', 'Tidak ada langkah lain.'] : [null, null, null, null]
    conversation_message.add([
      id,
      ticket.id,
      new Date(at),
      ...describeActor(by),
      kind,
      kind === 'answer' ? '' : body.slice(0, 300),
      ...parts,
      ticket.language,
    ])
  }
}

function addIdentity({ confidentiality_identity }: Writers, index: number, ticket: PlannedTicket, keyring: Keyring): void {
  if (ticket.unidentified) return
  const identity = {
    name: `Demo Pelapor ${index}`,
    email: `demo.pelapor.${index}@contoh.example`,
    phone: `62812${String(index).padStart(8, '0')}`,
  }
  confidentiality_identity.add([
    ticket.id,
    keyring.seal('identity', JSON.stringify(identity), ticket.id),
    keyring.hmac('identity-email', identity.email),
    keyring.hmac('identity-phone', identity.phone),
    ticket.anonymous,
  ])
}

/** Lines of the trail, each chained to the one before as the service does it. */
function createTrail({
  trail_entry,
  trail_link,
}: Writers): (event: string, at: number, objectId: string, officer: PlannedOfficer | null) => void {
  const random = createRandom(2)
  let hash: Buffer = Buffer.alloc(32)
  let position = 0
  return (event, at, objectId, officer) => {
    const entry: TrailEntry = {
      id: composeId(random, at),
      at: new Date(at),
      event,
      outcome: 'done',
      actorKind: officer ? 'officer' : 'visitor',
      actorId: officer?.id ?? null,
      actorName: officer?.name ?? null,
      actorRoles: officer ? ['handler'] : [],
      objectType: 'ticket',
      objectId,
      reason: null,
      address: null,
      requestId: 'bench',
      details: {},
    }
    hash = createHash('sha256').update(hash).update(canonicalText(entry)).digest()
    position += 1
    trail_entry.add([
      entry.id,
      entry.at,
      event,
      entry.outcome,
      entry.actorKind,
      entry.actorId,
      entry.actorName,
      officer ? '{handler}' : '{}',
      'ticket',
      objectId,
      entry.requestId,
      '{}',
    ])
    trail_link.add([position, entry.id, hash])
  }
}

export type TicketWriters = {
  readonly add: (index: number, ticket: PlannedTicket) => void
  readonly flush: () => Promise<void>
  readonly end: () => Promise<void>
}

/** Opens one COPY for each table; they run side by side while tickets are planned. */
export async function openWriters(ownerUrl: string, keyring: Keyring, texts: readonly Text[]): Promise<TicketWriters> {
  const opened = await Promise.all(
    Object.entries(tables).map(async ([table, columns]) => [table, await openRows(ownerUrl, table, columns)] as const),
  )
  const writers = Object.fromEntries(opened) as Writers
  const trail = createTrail(writers)
  return {
    add(index, ticket) {
      writers.bench_ticket.add(composeTicket(index, ticket, keyring))
      addLife(writers, ticket, texts)
      addIdentity(writers, index, ticket, keyring)
      trail('intake.send', ticket.submittedAt, ticket.id, null)
      for (const { by, at, event } of ticket.events) {
        if (typeof by === 'object' && event.type !== 'ticket.checking_started') trail('casework.show', at, ticket.id, by)
      }
    },
    flush: async () => {
      for (const rows of Object.values(writers)) await rows.flush()
    },
    end: async () => {
      for (const rows of Object.values(writers)) await rows.end()
    },
  }
}
