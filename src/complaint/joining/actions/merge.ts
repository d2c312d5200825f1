import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { findShielded } from '../../conduct/index.ts'
import { changeInTime } from '../../deadlines/index.ts'
import { type LoadedTicket, loadById, lockTickets } from '../../record/index.ts'
import { parseNumber } from '../../record/rules.ts'
import { type Found, findNumbers } from '../read.ts'
import { findMergeProblem, isReturnState, type MergeFacts, type MergeProblem, readNumbers } from '../rules.ts'
import { insertMerge } from '../store.ts'
import { bindDue } from './binding.ts'

/** One number as it was given, with what it leads to. */
export type Judged = { readonly given: string; readonly ticket: Found | null; readonly problem: MergeProblem | null }

function toFacts({ id, standing }: LoadedTicket) {
  return { id, state: standing.state, officeId: standing.officeId, restricted: standing.restricted }
}

/** The numbers of a list as they were written, and in their one form; null for what is none. */
function parseNumbers(text: string): readonly { readonly part: string; readonly number: string | null }[] {
  return readNumbers(text).map((part) => {
    const number = parseNumber(part)
    return { part, number: number.ok ? number.value : null }
  })
}

function findGiven(ctx: Context, given: ReturnType<typeof parseNumbers>): Promise<readonly Found[]> {
  return findNumbers(
    ctx.tx,
    given.flatMap(({ number }) => number ?? []),
  )
}

/** Which of these numbers can be merged into this ticket, and why others cannot. */
export async function judgeNumbers(ctx: Context, survivor: LoadedTicket, text: string): Promise<readonly Judged[]> {
  const given = parseNumbers(text)
  const found = await findGiven(ctx, given)
  const shielded = await findShielded(ctx, [survivor.id, ...found.map(({ id }) => id)])
  // What complains of staff is examined on its own as well: from whom one is kept, is not from whom another is.
  const guard = <Facts extends MergeFacts>(facts: Facts): Facts => ({ ...facts, restricted: facts.restricted || shielded.has(facts.id) })
  const byNumber = new Map(found.map((ticket) => [ticket.number, ticket]))
  return given.map(({ part, number }) => {
    const ticket = byNumber.get(number ?? '') ?? null
    return { given: part, ticket, problem: ticket === null ? 'not_found' : findMergeProblem(guard(ticket), guard(toFacts(survivor))) }
  })
}

/** Locks a ticket together with those of these numbers, before anything is decided about any of them. */
export async function lockNumbers(ctx: Context, survivorId: string, text: string): Promise<void> {
  const found = await findGiven(ctx, parseNumbers(text))
  await lockTickets(ctx.tx, [survivorId, ...found.map(({ id }) => id)])
}

async function mergeOne(ctx: Context, ticketId: string, survivorId: string, officerId: string): Promise<void> {
  const merged = await changeInTime<'not_in_hand'>(ctx, ticketId, async ({ standing }) => {
    const { state, assigneeId, resumeState } = standing
    if (!isReturnState(state)) return err('not_in_hand')
    const before = { state, assigneeId, resumeState: isReturnState(resumeState) ? resumeState : null }
    await insertMerge(ctx.tx, { id: ctx.newId(), ticketId, survivorId, at: ctx.now, officerId, before })
    return ok([{ type: 'ticket.merged', payload: {} }])
  })
  // All are locked and were judged behind the lock.
  if (!merged.ok) throw new Error(`a judged ticket was not merged: ${merged.error}`)
}

/** `numbers_kept`: one of them is examined on its own, and merging would go around that. */
export type MergingProblem = 'numbers_missing' | 'numbers_unfit' | 'numbers_kept'

/** Merges the tickets of these numbers, all or none, into a ticket that `lockNumbers` locked with them. `judgeNumbers` says which one is unfit. */
export async function mergeNumbers(ctx: Context, survivor: LoadedTicket, text: string): Promise<Result<LoadedTicket, MergingProblem>> {
  const judged = await judgeNumbers(ctx, survivor, text)
  if (judged.length === 0) return err('numbers_missing')
  const tickets = judged.flatMap(({ ticket, problem }) => (ticket === null || problem !== null ? [] : [ticket]))
  if (judged.some(({ problem }) => problem === 'restricted')) return err('numbers_kept')
  if (tickets.length < judged.length || ctx.actor.id === null) return err('numbers_unfit')
  for (const id of new Set(tickets.map(({ id }) => id))) await mergeOne(ctx, id, survivor.id, ctx.actor.id)
  await bindDue(ctx, survivor.id)
  return ok((await loadById(ctx.tx, survivor.id)) ?? survivor)
}
