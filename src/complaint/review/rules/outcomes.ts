import type { Outcome } from '../../record/events.ts'

/** What a second look comes to: the complainant is right, partly, or the first answer stands. Told as an answer's outcome. */
export const reviewOutcomes = ['substantiated', 'partly', 'unsubstantiated'] as const satisfies readonly Outcome[]
export type ReviewOutcome = 'upheld' | 'partly' | 'not_upheld'

export function isReviewOutcome(outcome: string | null): outcome is (typeof reviewOutcomes)[number] {
  return (reviewOutcomes as readonly (string | null)[]).includes(outcome)
}

/** An older review may have ended in another way: then the first answer was not changed. */
export function readOutcome(outcome: Outcome): ReviewOutcome {
  if (outcome === 'substantiated') return 'upheld'
  return outcome === 'partly' ? 'partly' : 'not_upheld'
}
