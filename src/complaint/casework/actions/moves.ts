import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { lacksCause } from '../../cause/index.ts'
import { implySteps } from '../../conversation/rules.ts'
import type { ArchiveReason, CloseReason, TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { needsWords } from '../rules.ts'
import { performVerb, type VerbProblem } from './perform.ts'

type Outcome = Promise<Result<LoadedTicket, VerbProblem>>
/** A move that somebody decided on words they had read: the version is that of what they read. */
type Decided = { readonly ticketId: string; readonly version: number }

/** The officer begins to look into the matter; whoever begins without an assignee takes it. */
export async function investigateTicket(ctx: Context, ticketId: string): Promise<Result<LoadedTicket, VerbProblem | 'move_not_allowed'>> {
  return performVerb<'move_not_allowed'>(ctx, { ticketId, verb: 'investigate', version: null }, ({ standing }, officer) => {
    const implied = implySteps(standing, 'investigating', officer)
    if (!implied.ok) return implied
    const takes = standing.assigneeId === null && !implied.value.some(({ type }) => type === 'ticket.assigned')
    const taken: TicketEvent = { type: 'ticket.assigned', payload: { officerId: officer.id, officerName: officer.name, by: 'self' } }
    return ok([...(takes ? [taken] : []), ...implied.value, { type: 'ticket.investigation_started', payload: {} }])
  })
}

type Closing = Decided & { readonly reason: CloseReason; readonly words: string }

/**
 * Closes an answered ticket. Nothing is ever closed without an answer, nor unsolved without a word (acceptance C16), nor what keeps coming
 * without its cause (C22).
 */
export async function closeTicket(
  ctx: Context,
  { ticketId, version, reason, words }: Closing,
): Promise<Result<LoadedTicket, VerbProblem | 'close_words_missing' | 'cause_missing'>> {
  return performVerb<'close_words_missing' | 'cause_missing'>(ctx, { ticketId, verb: 'close', version }, async () => {
    if (needsWords(reason) && words === '') return err('close_words_missing')
    return (await lacksCause(ctx, ticketId)) ? err('cause_missing') : ok([{ type: 'ticket.closed', payload: { reason, words } }])
  })
}

/** Takes an answered or closed ticket up again; the complainant is promised another answer by a new date. */
export async function reopenTicket(ctx: Context, ticketId: string): Outcome {
  return performVerb(ctx, { ticketId, verb: 'reopen', version: null }, () =>
    ok([{ type: 'ticket.reopened', payload: { reason: 'officer' } }]),
  )
}

/** Puts a ticket away without an answer, for a listed reason and in words the complainant reads (domain rule 25). */
export async function archiveTicket(
  ctx: Context,
  { ticketId, version, reason, words }: Decided & { readonly reason: ArchiveReason; readonly words: string },
): Outcome {
  return performVerb(ctx, { ticketId, verb: 'archive', version }, () => ok([{ type: 'ticket.archived', payload: { reason, words } }]))
}

/** Brings an archived ticket back to be checked; its clocks never stopped. */
export async function unarchiveTicket(ctx: Context, ticketId: string): Outcome {
  return performVerb(ctx, { ticketId, verb: 'unarchive', version: null }, () => ok([{ type: 'ticket.unarchived', payload: {} }]))
}
