import type { Context } from '../../../platform/context.ts'
import { ok, type Result } from '../../../platform/result.ts'
import { type WriteProblem, writeAsComplainant } from '../../conversation/index.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { ChangeProblem } from '../../record/index.ts'
import { planRating, type Rating } from '../rules.ts'
import { loadRating, saveRating } from '../store.ts'

/** Takes the report back. Allowed by the table of states: as long as the office has not answered. Doing it again changes nothing. */
export async function withdraw(ctx: Context, ticketId: string, words: string): Promise<Result<null, ChangeProblem>> {
  const changed = await changeInTime<never>(ctx, ticketId, ({ standing }) =>
    ok(standing.state === 'withdrawn' ? [] : [{ type: 'ticket.withdrawn', payload: { words } }]),
  )
  return changed.ok ? ok(null) : changed
}

function isSame(before: Rating | null, now: Rating): boolean {
  return before !== null && before.solved === now.solved && before.treated === now.treated && before.words === now.words
}

/**
 * The two questions after the answer. `yes` closes the report, `no` opens it again; `missing` then goes to the office
 * as a message of its own, when there is any.
 */
export async function rateAnswer(
  ctx: Context,
  ticketId: string,
  input: Rating & { readonly missing?: string },
): Promise<Result<null, ChangeProblem | WriteProblem | 'rating_not_open'>> {
  const { missing = '', ...rating } = input
  const before = await loadRating(ctx.tx, ticketId)
  const changed = await changeInTime(ctx, ticketId, ({ standing }) => planRating(standing.state, before !== null, rating.solved))
  // The same judgement sent twice, by an impatient finger, has been heard.
  if (!changed.ok) return changed.error === 'rating_not_open' && isSame(before, rating) ? ok(null) : changed
  await saveRating(ctx.tx, ticketId, rating, ctx.now)
  if (rating.solved === 'yes' || missing === '') return ok(null)
  const written = await writeAsComplainant(ctx, ticketId, { body: missing })
  return written.ok ? ok(null) : written
}
