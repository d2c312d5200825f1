import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { askForCheck, giveOpinion, type Opined, type OpinionProblem, type Verdict } from '../../answering/index.ts'
import type { ReturnReason } from '../../answering/rules.ts'
import type { Answer } from '../../conversation/index.ts'
import type { IncompleteAnswer } from '../../conversation/rules.ts'
import { isReviewOutcome } from '../../review/rules.ts'
import { findCheckNeed, fitToUnit } from '../rules.ts'
import { loadApprovers } from './need.ts'
import { performVerb, type VerbProblem } from './perform.ts'

type Seen = { readonly ticketId: string; readonly version: number }

/** Asks others to check an answer; also where none is needed, for who wants a second pair of eyes. */
export async function askCheck(
  ctx: Context,
  input: Answer & Seen,
): Promise<Result<true, VerbProblem | IncompleteAnswer | 'outcome_not_of_review'>> {
  const { version, ...answer } = input
  const allowed = await performVerb(ctx, { ticketId: input.ticketId, verb: 'answer', version }, () => ok([]))
  if (!allowed.ok) return allowed
  if (allowed.value.standing.state === 'in_review' && !isReviewOutcome(input.outcome)) return err('outcome_not_of_review')
  const need = findCheckNeed(allowed.value, input.outcome)
  const approvers = { ids: await loadApprovers(ctx, allowed.value), authorId: ctx.actor.id ?? '' }
  const needed = need === null ? 1 : fitToUnit(need, approvers).approvals
  const asked = await askForCheck(ctx, { ...answer, needed })
  if (asked.ok) return ok(true)
  return err(asked.error === 'move_not_allowed' ? 'conflict' : asked.error)
}

type Said = Seen & {
  readonly checkId: string
  readonly sha256: string
  readonly verdict: Verdict['verdict']
  readonly reason: ReturnReason | null
  readonly words: string
}
export type CheckProblem = VerbProblem | OpinionProblem | 'return_reason_missing' | 'return_words_missing'

function readVerdict({ checkId, sha256, verdict, reason, words }: Said): Result<Verdict, CheckProblem> {
  if (verdict === 'approved') return ok({ checkId, sha256, verdict })
  if (reason === null) return err('return_reason_missing')
  return words === '' ? err('return_words_missing') : ok({ checkId, sha256, verdict, reason, words })
}

/** Says of a colleague's drafted answer whether it can be sent. The right to is asked for in the unit that has the ticket. */
export async function checkAnswer(ctx: Context, input: Said): Promise<Result<Opined, CheckProblem>> {
  const verdict = readVerdict(input)
  if (!verdict.ok) return verdict
  const { ticketId, version } = input
  const allowed = await performVerb(ctx, { ticketId, verb: 'answer', version, checks: true }, () => ok([]))
  if (!allowed.ok) return allowed
  const ticket = allowed.value
  if (!mayIn(ctx.actor, 'answer.approve', ticket.standing.officeId)) return err('permission')
  // Since it was asked for, the matter may have turned out to be graver.
  const ids = await loadApprovers(ctx, ticket)
  if (!ids.includes(ctx.actor.id ?? '')) return err('permission')
  return giveOpinion(ctx, ticket, verdict.value, ({ outcome, authorId }) => {
    const need = findCheckNeed(ticket, outcome)
    return need === null ? 0 : fitToUnit(need, { ids, authorId }).approvals
  })
}
