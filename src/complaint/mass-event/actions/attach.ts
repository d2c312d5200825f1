import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { changeInTime } from '../../deadlines/index.ts'
import { lockTickets } from '../../record/index.ts'
import { mostAtOnce, readNumbers } from '../rules.ts'
import { insertAttachment, type LeaveReason, type LockedEvent, lockEvent, saveLeft } from '../store.ts'
import { findGiven, judgeNumbers, noteNotFound } from './judging.ts'

async function attachOne(ctx: Context, event: LockedEvent, ticketId: string): Promise<void> {
  const { id: officerId } = requireOfficer(ctx)
  const attached = await changeInTime<never>(ctx, ticketId, async () => {
    await insertAttachment(ctx.tx, { id: ctx.newId(), eventId: event.id, ticketId, at: ctx.now, officerId })
    return ok([{ type: 'ticket.event_joined', payload: {} }])
  })
  // All are locked and were judged behind the lock.
  if (!attached.ok) throw new Error(`a judged ticket was not attached: ${attached.error}`)
}

/** `numbers_kept`: one of them is examined on its own, and answering it with others would go around that. */
export type AttachingProblem = 'event_not_found' | 'event_closed' | 'numbers_missing' | 'numbers_many' | 'numbers_unfit' | 'numbers_kept'
export type Attaching = {
  readonly eventId: string
  readonly numbers: string
  /** What does not fit is left out; else all are attached, or none. */
  readonly fittingOnly: boolean
}

/** Attaches the tickets of these numbers. Gives how many. `judgeNumbers` says which one is unfit. */
export async function attachNumbers(ctx: Context, { eventId, numbers, fittingOnly }: Attaching): Promise<Result<number, AttachingProblem>> {
  const given = readNumbers(numbers)
  if (given.length === 0) return err('numbers_missing')
  if (given.length > mostAtOnce) return err('numbers_many')
  const event = await lockEvent(ctx.tx, eventId)
  if (event === null) return err('event_not_found')
  if (event.state === 'closed') return err('event_closed')
  const found = await findGiven(ctx, numbers)
  await lockTickets(
    ctx.tx,
    found.map(({ id }) => id),
  )
  const judged = await judgeNumbers(ctx, event, numbers)
  await noteNotFound(ctx, judged)
  const fitting = new Set(judged.flatMap(({ ticket, problem }) => (ticket === null || problem !== null ? [] : [ticket.id])))
  if (!fittingOnly) {
    if (judged.some(({ problem }) => problem === 'restricted' || problem === 'grave')) return err('numbers_kept')
    if (judged.some(({ problem }) => problem !== null)) return err('numbers_unfit')
  }
  if (fitting.size === 0) return err('numbers_unfit')
  for (const id of fitting) await attachOne(ctx, event, id)
  return ok(fitting.size)
}

/** Takes a ticket out of the event in which it waits, with its line in the history; false when it waits there no more. */
export async function leaveEvent(
  ctx: Context,
  place: { readonly eventId: string; readonly ticketId: string },
  because: LeaveReason,
): Promise<boolean> {
  let left = false
  const changed = await changeInTime<never>(ctx, place.ticketId, async () => {
    left = await saveLeft(ctx.tx, place, because, ctx.now)
    // What is answered or over already has nothing to tell of it.
    return ok(left && because !== 'not_in_hand' ? [{ type: 'ticket.event_left', payload: { because } }] : [])
  })
  return changed.ok && left
}
