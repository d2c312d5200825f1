import { hash } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { err, ok, type Result } from '../../platform/result.ts'
import { isKeptFrom } from '../conduct/index.ts'
import { answerTicket, requireOfficer } from '../conversation/index.ts'
import { findAnswerProblem, type IncompleteAnswer } from '../conversation/rules.ts'
import { changeInTime } from '../deadlines/index.ts'
import type { Outcome } from '../record/events.ts'
import type { LoadedTicket } from '../record/index.ts'
import { type Check, loadDraft as findDraft, loadLatestCheck } from './read.ts'
import { type CheckedAnswer, composeChecked, findOpinionRefusal, type OpinionRefusal, type ReturnReason } from './rules.ts'
import { type DraftParts, deleteDraft, insertCheck, insertOpinion, saveDraft, settleCheck } from './store.ts'

function hashAnswer(answer: CheckedAnswer): string {
  return hash('sha256', composeChecked(answer), 'hex')
}

/** Keeps what the officer has written so far; only they see it, on whatever device. */
export async function keepDraft(ctx: Context, ticketId: string, parts: DraftParts): Promise<void> {
  await saveDraft(ctx.tx, { ticketId, officerId: requireOfficer(ctx).id, at: ctx.now }, parts)
}

/** What the officer wrote last: the unsent draft, else the words that wait for a check or came back from one. */
export async function loadOwnWords(ctx: Context, ticketId: string): Promise<(DraftParts & { readonly savedAt: Date }) | null> {
  const { id } = requireOfficer(ctx)
  const [draft, check] = await Promise.all([findDraft(ctx.tx, ticketId, id), loadLatestCheck(ctx.tx, ticketId)])
  if (draft !== null) return draft
  if (check === null || check.authorId !== id || (check.state !== 'open' && check.state !== 'returned')) return null
  const { finding, action, remedy, nextStep, outcome, askedAt } = check
  return { finding, action, remedy, nextStep, outcome, savedAt: askedAt }
}

/** The check that concerns the ticket now: open, or gone back to its author. One asked for in another unit is none. */
export async function loadCheck(ctx: Context, { id, standing }: LoadedTicket): Promise<Check | null> {
  const check = await loadLatestCheck(ctx.tx, id)
  return check !== null && check.officeId === standing.officeId && (check.state === 'open' || check.state === 'returned') ? check : null
}

/** After an answer that needed no check: nothing of it is on its way any more. */
export async function forgetDraft(ctx: Context, ticketId: string): Promise<void> {
  await deleteDraft(ctx.tx, ticketId, requireOfficer(ctx).id)
  await settleCheck(ctx.tx, ticketId, 'replaced')
}

type Asked = DraftParts & { readonly ticketId: string; readonly outcome: Outcome; readonly needed: number }

/** Asks others to check an answer. It takes the place of one that waits already: whoever changes a draft begins anew. */
export async function askForCheck(
  ctx: Context,
  { needed, ...input }: Asked,
): Promise<Result<LoadedTicket, IncompleteAnswer | 'ticket_not_found' | 'move_not_allowed'>> {
  const officer = requireOfficer(ctx)
  const trimmed = {
    finding: input.finding.trim(),
    action: input.action.trim(),
    remedy: input.remedy.trim(),
    nextStep: input.nextStep.trim(),
  }
  const answer: CheckedAnswer = { ...trimmed, ticketId: input.ticketId, outcome: input.outcome, language: ctx.locale }
  const problem = findAnswerProblem(answer)
  if (problem !== null) return err(problem)
  const id = ctx.newId()
  const changed = await changeInTime<never>(ctx, input.ticketId, () =>
    ok([{ type: 'ticket.answer_drafted', payload: { checkId: id, needed } }]),
  )
  if (!changed.ok) return changed
  await settleCheck(ctx.tx, input.ticketId, 'replaced')
  const { officeId, version } = changed.value.standing
  const sha256 = Buffer.from(hashAnswer(answer), 'hex')
  await insertCheck(ctx.tx, {
    ...answer,
    id,
    officeId,
    version,
    sha256,
    needed,
    authorId: officer.id,
    authorName: officer.name,
    askedAt: ctx.now,
  })
  await deleteDraft(ctx.tx, input.ticketId, officer.id)
  return changed
}

/** What an officer says about a draft, and on which words: the hash is that of what they read. */
export type Verdict = { readonly checkId: string; readonly sha256: string } & (
  | { readonly verdict: 'approved' }
  | { readonly verdict: 'returned'; readonly reason: ReturnReason; readonly words: string }
)
export type OpinionProblem = OpinionRefusal | 'no_check' | 'ticket_not_found' | 'move_not_allowed'
/** `approved`: more have to. `sent`: this was the last one, and the complainant has the answer. */
export type Opined = 'approved' | 'sent' | 'returned'

async function send(ctx: Context, check: Check): Promise<Result<'sent', OpinionProblem>> {
  const { ticketId, finding, action, remedy, nextStep, outcome, language } = check
  const author = { id: check.authorId, name: check.authorName, language }
  const sent = await answerTicket(ctx, ticketId, { finding, action, remedy, nextStep, outcome }, author)
  // Whole and short enough it was when the check was asked for.
  if (!sent.ok) return err(sent.error === 'ticket_not_found' ? sent.error : 'move_not_allowed')
  await settleCheck(ctx.tx, ticketId, 'sent')
  return ok('sent')
}

/**
 * Approves a draft or gives it back. With the last approval needed it is sent, as its author's answer, in this transaction.
 * `needNow`: how many approvals the matter needs as it stands now.
 */
export async function giveOpinion(
  ctx: Context,
  ticket: LoadedTicket,
  said: Verdict,
  needNow: (check: { readonly outcome: Outcome; readonly authorId: string }) => number,
): Promise<Result<Opined, OpinionProblem>> {
  const officer = requireOfficer(ctx)
  const check = await loadCheck(ctx, ticket)
  if (check?.state !== 'open' || check.id !== said.checkId) return err('no_check')
  const refusal = findOpinionRefusal({
    authorId: check.authorId,
    officerId: officer.id,
    authorKept: await isKeptFrom(ctx.tx, ticket.id, check.authorId),
    verdict: said.verdict,
    said: check.opinions.map(({ officerId }) => officerId),
    hashes: [said.sha256, check.sha256, hashAnswer(check)],
  })
  if (refusal !== null) return err(refusal)
  const { reason, words } = said.verdict === 'returned' ? said : { reason: null, words: '' }
  const changed = await changeInTime<never>(ctx, ticket.id, () =>
    ok([{ type: 'ticket.answer_checked', payload: { checkId: check.id, verdict: said.verdict, reason, words } }]),
  )
  if (!changed.ok) return changed
  await insertOpinion(ctx.tx, {
    checkId: check.id,
    officerId: officer.id,
    officerName: officer.name,
    at: ctx.now,
    verdict: said.verdict,
    reason,
    words,
    sha256: Buffer.from(said.sha256, 'hex'),
  })
  if (said.verdict === 'returned') {
    await settleCheck(ctx.tx, ticket.id, 'returned')
    return ok('returned')
  }
  const approvals = 1 + check.opinions.filter(({ verdict, sha256 }) => verdict === 'approved' && sha256 === check.sha256).length
  return approvals < Math.max(check.needed, needNow(check)) ? ok('approved') : send(ctx, check)
}
