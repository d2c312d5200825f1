import type { ReturnReason } from '../../answering/rules.ts'
import { type AnswerParts, findAnswerProblem, type IncompleteAnswer } from '../../conversation/rules.ts'
import { type Outcome, outcomes } from '../../record/events.ts'

/** An answer in one language, as far as it is written. */
export type TextParts = AnswerParts & { readonly outcome: string }
export type TextState = 'draft' | 'proposed' | 'returned' | 'approved'

/** The one writing of a text that is hashed: two that differ anywhere differ here. */
export function composeText(text: TextParts & { readonly eventId: string; readonly language: string }): string {
  const { eventId, language, outcome, finding, action, remedy, nextStep } = text
  return JSON.stringify([eventId, language, outcome, finding, action, remedy, nextStep])
}

export function readOutcome(typed: string): Outcome | null {
  return outcomes.find((outcome) => outcome === typed) ?? null
}

export type ProposeProblem = IncompleteAnswer | 'outcome_missing' | 'outcome_differs'

/**
 * Why a text cannot be put to somebody else for approval. What it comes to is the same for everybody, whatever language they read:
 * `others` are the outcomes of the texts in other languages that are proposed or approved.
 */
export function findProposeProblem(text: TextParts, others: readonly string[]): ProposeProblem | null {
  const outcome = readOutcome(text.outcome)
  if (outcome === null) return 'outcome_missing'
  const problem = findAnswerProblem({ ...text, outcome })
  if (problem !== null) return problem
  return others.some((other) => other !== outcome) ? 'outcome_differs' : null
}

export type DecideRefusal = 'own_text' | 'text_changed'

type Situation = {
  readonly writers: readonly string[]
  readonly officerId: string
  /** The hash of what the officer read, of what was proposed, and of what is stored. */
  readonly hashes: readonly string[]
}

/** Why a verdict on a text does not count; null when it does. Whoever had a hand in a text never judges it. */
export function findDecideRefusal({ writers, officerId, hashes }: Situation): DecideRefusal | null {
  if (writers.includes(officerId)) return 'own_text'
  return new Set(hashes).size === 1 ? null : 'text_changed'
}

export type Verdict =
  | { readonly verdict: 'approved' }
  | { readonly verdict: 'returned'; readonly reason: ReturnReason; readonly words: string }

type Written = { readonly language: string; readonly state: TextState }

/** Where the tickets of one language stand. */
export type LanguageStanding = {
  readonly language: string
  readonly waiting: number
  readonly answered: number
  readonly approved: boolean
  /** The text that is on its way, beside the approved one or before it. */
  readonly open: 'draft' | 'proposed' | 'returned' | null
  /** The language in which those who wait would be answered now; null: in none yet. */
  readonly by: string | null
}

type Counted = { readonly language: string; readonly waiting: number; readonly answered: number }

/** The language of the text that a ticket gets: its own, or the one an officer named for the rest. Never another in silence. */
export function findAnswerLanguage(language: string, texts: readonly Written[], restLanguage: string | null): string | null {
  const own = texts.filter((text) => text.language === language)
  if (own.some(({ state }) => state === 'approved')) return language
  // One on its way is waited for.
  if (own.length > 0 || restLanguage === null) return null
  return texts.some((text) => text.language === restLanguage && text.state === 'approved') ? restLanguage : null
}

/** Every language in which somebody waits, was answered, or a text is written: the most waiting first. */
export function composeLanguages(
  counts: readonly Counted[],
  texts: readonly Written[],
  restLanguage: string | null,
): readonly LanguageStanding[] {
  const languages = [...new Set([...counts, ...texts].map(({ language }) => language))]
  return languages
    .map((language) => {
      const counted = counts.find((one) => one.language === language)
      const own = texts.filter((text) => text.language === language)
      const open = own.find(({ state }) => state !== 'approved')?.state ?? null
      return {
        language,
        waiting: counted?.waiting ?? 0,
        answered: counted?.answered ?? 0,
        approved: own.some(({ state }) => state === 'approved'),
        open: open === 'approved' ? null : open,
        by: findAnswerLanguage(language, texts, restLanguage),
      }
    })
    .sort((one, other) => other.waiting - one.waiting || one.language.localeCompare(other.language))
}

/** How many would be answered by the text of this language if it were approved now. */
export function countAnswered(
  language: string,
  standing: { readonly counts: readonly Counted[]; readonly texts: readonly Written[]; readonly restLanguage: string | null },
): number {
  const others = standing.texts.filter((text) => text.language !== language)
  const after = composeLanguages(standing.counts, [...others, { language, state: 'approved' }], standing.restLanguage)
  return after.filter(({ by }) => by === language).reduce((sum, { waiting }) => sum + waiting, 0)
}
