import type { Context } from '../../../platform/context.ts'
import { ok, type Result } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { Outcome, TicketEvent } from '../../record/events.ts'
import type { ChangeProblem, LoadedTicket } from '../../record/index.ts'
import { apply } from '../../record/rules.ts'
import { type ActingOfficer, type AnswerParts, planAnswer } from '../rules.ts'
import { insertMessage } from '../store.ts'

/** An answer that an officer wrote for several tickets. */
export type GivenAnswer = AnswerParts & { readonly outcome: Outcome; readonly language: string; readonly officer: ActingOfficer }

/**
 * Gives a ticket an answer that was written for several, as its own: in its own thread, under the name of who wrote it. `lead` says what
 * leads the ticket there, behind its lock; null: it has nothing to get, and stays as it is.
 */
export async function giveSameAnswer<Problem extends string = never>(
  ctx: Context,
  ticketId: string,
  answer: GivenAnswer,
  lead: (ticket: LoadedTicket) => Promise<Result<readonly TicketEvent[] | null, Problem>>,
): Promise<Result<{ readonly given: boolean }, Problem | ChangeProblem>> {
  const { outcome, language, officer, ...parts } = answer
  const messageId = ctx.newId()
  let given = false
  const changed = await changeInTime<Problem | 'move_not_allowed'>(ctx, ticketId, async (ticket) => {
    const led = await lead(ticket)
    if (!led.ok) return led
    if (led.value === null) return ok([])
    const standing = led.value.reduce((before, event) => apply(before, event, ctx.now), ticket.standing)
    const planned = planAnswer(standing, officer, { messageId, outcome })
    given = planned.ok
    return planned.ok ? ok([...led.value, ...planned.value]) : planned
  })
  if (!changed.ok) return changed
  if (!given) return ok({ given })
  const author = { authorKind: 'officer', authorId: officer.id, authorName: officer.name } as const
  await insertMessage(ctx.tx, { id: messageId, ticketId, at: ctx.now, ...author, kind: 'answer', body: '', answer: parts, language })
  return ok({ given })
}
