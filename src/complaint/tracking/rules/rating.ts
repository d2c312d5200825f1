import { err, ok, type Result } from '../../../platform/result.ts'
import type { TicketEvent } from '../../record/events.ts'
import type { TicketState } from '../../record/rules.ts'

export const solvedAnswers = ['yes', 'partly', 'no'] as const
export type Solved = (typeof solvedAnswers)[number]

/** How one was treated, 1 very badly to 5 very well. */
export const treatedMarks = [1, 2, 3, 4, 5] as const
export const longestRatingWords = 2000

export type Rating = { readonly solved: Solved; readonly treated: number; readonly words: string }

/** An answer can be judged, and judged anew, until the report is closed; one that was closed unjudged still once. */
export function mayRate(state: TicketState, hasRating: boolean): boolean {
  return state === 'answered' || (state === 'closed' && !hasRating)
}

/** `yes` closes, `no` opens the matter again, `partly` leaves it answered so that the person can say what is missing. */
export function planRating(state: TicketState, hasRating: boolean, solved: Solved): Result<readonly TicketEvent[], 'rating_not_open'> {
  if (!mayRate(state, hasRating)) return err('rating_not_open')
  const rated: TicketEvent = { type: 'ticket.rated', payload: { solved } }
  switch (solved) {
    case 'yes':
      return ok(state === 'answered' ? [rated, { type: 'ticket.closed', payload: { reason: 'solved', words: '' } }] : [rated])
    case 'no':
      return ok([rated, { type: 'ticket.reopened', payload: { reason: 'not_solved' } }])
    case 'partly':
      return ok([rated])
  }
}
