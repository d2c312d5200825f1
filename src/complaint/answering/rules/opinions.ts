import type { AnswerParts } from '../../conversation/rules.ts'
import type { Outcome } from '../../record/events.ts'

export const returnReasons = ['facts', 'tone', 'missing_part', 'privacy', 'legal', 'language'] as const
export type ReturnReason = (typeof returnReasons)[number]

/** Everything of an answer that the complainant gets. */
export type CheckedAnswer = AnswerParts & { readonly ticketId: string; readonly outcome: Outcome; readonly language: string }

/** The one writing of an answer that is hashed: two answers that differ anywhere differ here. */
export function composeChecked(answer: CheckedAnswer): string {
  const { ticketId, outcome, language, finding, action, remedy, nextStep } = answer
  return JSON.stringify([ticketId, outcome, language, finding, action, remedy, nextStep])
}

export type OpinionRefusal = 'own_draft' | 'checked_already' | 'draft_changed' | 'author_excluded'

type Situation = {
  readonly authorId: string
  readonly officerId: string
  /** The ticket is kept from the author by now. */
  readonly authorKept: boolean
  readonly verdict: 'approved' | 'returned'
  /** Who said something about this very check. */
  readonly said: readonly string[]
  /** The hash of what the officer read, of what was asked for, and of what is stored. */
  readonly hashes: readonly string[]
}

/** Why an opinion about a draft does not count; null when it does. Authors never judge their own, whatever other role they hold. */
export function findOpinionRefusal({ authorId, officerId, authorKept, verdict, said, hashes }: Situation): OpinionRefusal | null {
  if (authorId === officerId) return 'own_draft'
  if (said.includes(officerId)) return 'checked_already'
  // What they wrote may be given back, for somebody else to write the answer; it is never sent in their name.
  if (authorKept && verdict === 'approved') return 'author_excluded'
  return new Set(hashes).size === 1 ? null : 'draft_changed'
}
