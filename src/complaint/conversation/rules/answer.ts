import type { Outcome } from '../../record/events.ts'
import { longestMessage } from './words.ts'

/** The parts of an answer, as an officer writes them. */
export type AnswerParts = { readonly finding: string; readonly action: string; readonly remedy: string; readonly nextStep: string }

/** What an answer cannot do without (domain rule 12, acceptance C16): what was found, what was done, and how it goes on. */
export const requiredParts = ['finding', 'action', 'nextStep'] as const satisfies readonly (keyof AnswerParts)[]
export type RequiredPart = (typeof requiredParts)[number]

/** Where the complainant was right, the answer says what they get; that it is nothing is said with the reason, in words. */
const owesRemedy: ReadonlySet<Outcome> = new Set<Outcome>(['substantiated', 'partly'])

/** The required parts that say nothing; empty when the answer is whole but for a remedy. */
export function findMissingParts(answer: AnswerParts): readonly RequiredPart[] {
  return requiredParts.filter((part) => answer[part].trim() === '')
}

export type IncompleteAnswer = 'answer_incomplete' | 'remedy_missing' | 'message_too_long'

/** Why an answer cannot go out as it is; null when it can. */
export function findAnswerProblem(answer: AnswerParts & { readonly outcome: Outcome }): IncompleteAnswer | null {
  if (findMissingParts(answer).length > 0) return 'answer_incomplete'
  const { finding, action, remedy, nextStep, outcome } = answer
  if (owesRemedy.has(outcome) && remedy.trim() === '') return 'remedy_missing'
  return [finding, action, remedy, nextStep].some((part) => part.trim().length > longestMessage) ? 'message_too_long' : null
}
