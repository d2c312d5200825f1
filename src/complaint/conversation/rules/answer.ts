/** The parts of an answer, as an officer writes them. */
export type AnswerParts = { readonly finding: string; readonly action: string; readonly remedy: string; readonly nextStep: string }

/** What an answer cannot do without (domain rule 12, acceptance C16): what was found, what was done, and how it goes on. */
export const requiredParts = ['finding', 'action', 'nextStep'] as const satisfies readonly (keyof AnswerParts)[]
export type RequiredPart = (typeof requiredParts)[number]

/** The required parts that say nothing; empty when the answer is whole. */
export function findMissingParts(answer: AnswerParts): readonly RequiredPart[] {
  return requiredParts.filter((part) => answer[part].trim() === '')
}
