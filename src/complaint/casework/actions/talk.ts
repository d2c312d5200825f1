import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { forgetDraft } from '../../answering/index.ts'
import {
  type Answer,
  type AnswerProblem,
  addNote,
  answerTicket,
  askComplainant,
  type OfficerProblem,
  writeToComplainant,
} from '../../conversation/index.ts'
import { callTo, readCalls } from '../../mentions/index.ts'
import type { PauseReason } from '../../record/events.ts'
import { isReviewOutcome } from '../../review/rules.ts'
import { findCheckNeed } from '../rules.ts'
import { performVerb, type VerbProblem } from './perform.ts'

type Said<Problem extends string> = Promise<Result<true, VerbProblem | Problem>>
type Words = { readonly ticketId: string; readonly body: string }

/** The conversation names what it refuses; where it stands elsewhere than the officer thought is a conflict as everywhere here. */
function settle<Problem extends string>(said: Result<unknown, Problem | 'move_not_allowed'>): Result<true, Problem | 'conflict'> {
  if (said.ok) return ok(true)
  return said.error === 'move_not_allowed' ? err('conflict') : err(said.error as Problem)
}

/** Asks the complainant something; the ticket waits for the reply and its clock stands still. */
export async function ask(ctx: Context, { ticketId, body, pause }: Words & { readonly pause?: PauseReason }): Said<OfficerProblem> {
  const allowed = await performVerb(ctx, { ticketId, verb: 'ask', version: null }, () => ok([]))
  return allowed.ok ? settle(await askComplainant(ctx, ticketId, { body, ...(pause === undefined ? {} : { pause }) })) : allowed
}

/** Tells the complainant something; the ticket stays where it is. */
export async function write(ctx: Context, { ticketId, body }: Words): Said<OfficerProblem> {
  const allowed = await performVerb(ctx, { ticketId, verb: 'write', version: null }, () => ok([]))
  return allowed.ok ? settle(await writeToComplainant(ctx, ticketId, { body })) : allowed
}

type NoteWords = Words & {
  /** A colleague chosen beside those the text names. */
  readonly mention?: string
}

/** Notes something for officers alone, and calls the colleagues it names. */
export async function note(ctx: Context, { ticketId, body, mention }: NoteWords): Said<OfficerProblem | 'mention_unseen'> {
  const allowed = await performVerb(ctx, { ticketId, verb: 'note', version: null }, () => ok([]))
  if (!allowed.ok) return allowed
  const called = await readCalls(ctx, allowed.value, { body, chosen: mention ?? null })
  if (!called.ok) return called
  const noted = await addNote(ctx, ticketId, { body })
  if (noted.ok) await callTo(ctx, ticketId, { noteId: noted.value.noteId, officerIds: called.value })
  return settle(noted)
}

/**
 * Answers; refused when the ticket changed since the officer looked, because an answer to yesterday's question is none, and where
 * others have to approve it first (`check_needed`).
 */
export async function answer(
  ctx: Context,
  input: Answer & { readonly ticketId: string; readonly version: number },
): Said<AnswerProblem | 'check_needed' | 'outcome_not_of_review'> {
  const { ticketId, version, ...parts } = input
  const allowed = await performVerb(ctx, { ticketId, verb: 'answer', version }, () => ok([]))
  if (!allowed.ok) return allowed
  if (allowed.value.standing.state === 'in_review' && !isReviewOutcome(parts.outcome)) return err('outcome_not_of_review')
  if (findCheckNeed(allowed.value, parts.outcome) !== null) return err('check_needed')
  const answered = await answerTicket(ctx, ticketId, parts)
  if (answered.ok) await forgetDraft(ctx, ticketId)
  return settle(answered)
}
