import { type Context, createSystemActor } from '../../platform/context.ts'
import { equal } from '../../platform/crypto.ts'
import { err, ok, type Result } from '../../platform/result.ts'
import { isVisible, type TicketEvent } from './events.ts'
import { composeAccessCode } from './rules/access-code.ts'
import { apply, findForbiddenMove, type TicketStanding } from './rules/fold.ts'
import { composeNumber } from './rules/number.ts'
import { canMove } from './rules/states.ts'
import {
  insertTicket,
  type LoadedTicket,
  loadByNumber,
  loadForChange,
  type NumberedTicket,
  replaceCodeHash,
  type StoredEvent,
  saveChange,
  type TicketContent,
} from './store.ts'

type Submitted = Extract<TicketEvent, { type: 'ticket.submitted' }>['payload']

/** `id` only when something had to refer to the ticket before it exists. */
export type OpenTicket = Submitted &
  Pick<TicketContent, 'title' | 'body' | 'wish' | 'happenedOn' | 'happenedAt' | 'relation'> & { readonly id?: string }

/** `accessCode` exists here and nowhere else: only its keyed hash is stored. */
export type OpenedTicket = { readonly id: string; readonly number: string; readonly accessCode: string; readonly submittedAt: Date }

function storeEvent(ctx: Context, event: TicketEvent, version: number): StoredEvent {
  return {
    id: ctx.newId(),
    at: ctx.now,
    version,
    event,
    visible: isVisible(event.type),
    actorKind: ctx.actor.kind,
    actorId: ctx.actor.kind === 'keyholder' ? null : ctx.actor.id,
    actorName: ctx.actor.kind === 'officer' ? ctx.actor.name : null,
  }
}

/** Tells open pages that a ticket is new or changed: its id, its unit, and who did it. */
function announce(ctx: Context, ticketId: string, officeId: string): void {
  ctx.tx.announce({ kind: 'ticket', ids: [ticketId, officeId, ctx.actor.id ?? '-'] })
}

async function publishAll(ctx: Context, ticketId: string, events: readonly StoredEvent[]): Promise<void> {
  for (const { id, at, event } of events)
    await ctx.publisher.publish(ctx, { id, type: event.type, objectId: ticketId, at, payload: event.payload })
}

/** The keyed hash under which an access code is stored; the number takes part, so equal codes of two tickets differ (acceptance P6). */
export function hashAccessCode(ctx: Pick<Context, 'keyring'>, number: string, code: string): Buffer {
  return ctx.keyring.hmac('access-code', `${number}:${code}`)
}

function drawNumber(ctx: Context): string {
  return composeNumber(ctx.now.getUTCFullYear(), ctx.random(6).readUIntBE(0, 6) % 100_000_000)
}

/**
 * Opens a ticket: number, access code, first event, all in the transaction of `ctx`.
 * Numbers are drawn at random so that nobody can count reports or guess a neighbour's.
 * The database must see the service itself (`openAsService`): a visitor may not see the row that is being made.
 */
export async function openTicket(ctx: Context, input: OpenTicket): Promise<OpenedTicket> {
  const { id = ctx.newId(), title, body, wish, happenedOn, happenedAt, relation, ...submitted } = input
  const accessCode = composeAccessCode(ctx.random(20))
  const event: TicketEvent = { type: 'ticket.submitted', payload: submitted }
  const standing = apply(null, event, ctx.now)
  const first = storeEvent(ctx, event, 1)
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const number = drawNumber(ctx)
    const content: TicketContent = {
      id,
      number,
      codeHash: hashAccessCode(ctx, number, accessCode),
      kind: submitted.kind,
      channel: submitted.channel,
      language: submitted.language,
      concernedOfficeId: submitted.concernedOfficeId,
      anonymous: submitted.anonymous,
      secret: submitted.secret,
      unidentified: submitted.unidentified,
      title,
      body,
      wish,
      happenedOn,
      happenedAt,
      relation,
      submittedAt: ctx.now,
    }
    if (await insertTicket(ctx.tx, content, standing, first)) {
      await publishAll(ctx, id, [first])
      announce(ctx, id, standing.officeId)
      return { id, number, accessCode, submittedAt: ctx.now }
    }
  }
  throw new Error('no free ticket number in eight draws')
}

/** Lets the database see the service itself for the rest of the transaction; who acts stays `ctx.actor`. */
export async function openAsService(ctx: Context): Promise<void> {
  await ctx.tx.become(createSystemActor('intake'))
}

/** Another office, or inside the office fewer who may see it. */
function movesOutOfSight(before: TicketStanding, after: TicketStanding): boolean {
  return before.officeId !== after.officeId || (after.restricted && (!before.restricted || before.assigneeId !== after.assigneeId))
}

export type ChangeProblem = 'ticket_not_found' | 'move_not_allowed'

/**
 * The only way a ticket changes: locks the row, lets `decide` name the events, checks every move against the table of
 * states, saves events and row together and queues the listeners, all in the transaction of `ctx`.
 */
export async function changeTicket<Problem extends string>(
  ctx: Context,
  ticketId: string,
  decide: (ticket: LoadedTicket) => Result<readonly TicketEvent[], Problem> | Promise<Result<readonly TicketEvent[], Problem>>,
): Promise<Result<LoadedTicket, Problem | ChangeProblem>> {
  const ticket = await loadForChange(ctx.tx, ticketId)
  if (ticket === null) return err('ticket_not_found')
  const decision = await decide(ticket)
  if (!decision.ok) return decision
  let standing: TicketStanding = ticket.standing
  const stored: StoredEvent[] = []
  for (const event of decision.value) {
    const next = apply(standing, event, ctx.now)
    if (findForbiddenMove(standing, next, canMove) !== null) return err('move_not_allowed')
    standing = next
    stored.push(storeEvent(ctx, event, standing.version))
  }
  if (stored.length > 0) {
    // PostgreSQL holds a changed row to the sight of who changes it, and these changes may lead out of the actor's sight.
    const leavesSight = movesOutOfSight(ticket.standing, standing)
    if (leavesSight) await ctx.tx.become(createSystemActor('record'))
    await saveChange(ctx.tx, ticketId, standing, stored)
    if (leavesSight) await ctx.tx.become(ctx.actor)
    await publishAll(ctx, ticketId, stored)
    announce(ctx, ticketId, standing.officeId)
  }
  return ok({ ...ticket, standing })
}

/** A new access code for somebody who proved by other means that the ticket is theirs; the old one stops working. */
export async function renewAccessCode(ctx: Context, ticketId: string): Promise<Result<string, ChangeProblem>> {
  const accessCode = composeAccessCode(ctx.random(20))
  const changed = await changeTicket<never>(ctx, ticketId, () => ok([{ type: 'ticket.code_renewed', payload: {} }]))
  if (!changed.ok) return changed
  await replaceCodeHash(ctx.tx, ticketId, hashAccessCode(ctx, changed.value.number, accessCode))
  return ok(accessCode)
}

/** What the number alone tells the service; nobody else may be shown more of it than the public stage. */
export type KnownByNumber = Pick<NumberedTicket, 'id' | 'state' | 'language' | 'unidentified'>

/** Looks a ticket up by its number on behalf of anybody; what the actor sees stays as it was. */
export async function lookUpNumber(ctx: Context, number: string): Promise<KnownByNumber | null> {
  const found = await loadAsService(ctx, number)
  return found && { id: found.id, state: found.state, language: found.language, unidentified: found.unidentified }
}

async function loadAsService(ctx: Context, number: string): Promise<NumberedTicket | null> {
  await ctx.tx.become(createSystemActor('record'))
  const found = await loadByNumber(ctx.tx, number)
  await ctx.tx.become(ctx.actor)
  return found
}

const noHash: Buffer = Buffer.alloc(32)

/**
 * The id of the ticket that number and access code open together (both in their written form), else null. A wrong code,
 * an unknown number and no code at all take the same steps, so that their time tells nothing (acceptance C1).
 */
export async function proveAccess(ctx: Context, number: string, accessCode: string): Promise<string | null> {
  const given = hashAccessCode(ctx, number, accessCode)
  const found = await loadAsService(ctx, number)
  const matches = equal(given, found?.codeHash ?? noHash)
  return found !== null && matches ? found.id : null
}
