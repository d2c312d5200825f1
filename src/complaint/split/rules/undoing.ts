import { isReturnState, mayUndo } from '../../joining/rules.ts'
import type { TicketState } from '../../record/rules.ts'

export type PartFacts = {
  /** When it was split off. */
  readonly at: Date
  readonly state: TicketState
  /** Whether it was ever answered. */
  readonly answered: boolean
}

/** `answered`: it had its answer, which is a result that counts. `not_in_hand`: it went another way. */
export type UndoProblem = 'answered' | 'not_in_hand' | 'too_late'

/** Why a part can no longer be given back to its whole; as with a merge, everybody remembers it for a day (acceptance K3). */
export function findUndoProblem({ at, state, answered }: PartFacts, now: Date): UndoProblem | null {
  if (answered) return 'answered'
  if (!isReturnState(state)) return 'not_in_hand'
  return mayUndo(at, now) ? null : 'too_late'
}
