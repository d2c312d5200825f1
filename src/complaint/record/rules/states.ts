/** Where a ticket stands. The main path first, then the side ways. */
export const ticketStates = [
  'submitted',
  'checking',
  'waiting_complainant',
  'assigned',
  'investigating',
  'answered',
  'closed',
  'referred',
  'transferred',
  'archived',
  'merged',
  'withdrawn',
  'in_review',
] as const
export type TicketState = (typeof ticketStates)[number]

/** Ways out of every state in which the office has not answered yet. */
const sideWays = ['referred', 'transferred', 'archived', 'merged', 'withdrawn'] as const

/** The one table of moves. What is not listed is refused, whoever asks. */
export const transitions: Readonly<Record<TicketState, readonly TicketState[]>> = {
  submitted: ['checking', ...sideWays],
  checking: ['waiting_complainant', 'assigned', ...sideWays],
  // A reply leads back to where the question was asked from.
  waiting_complainant: ['checking', 'assigned', 'investigating', ...sideWays],
  // Back to checking when it is moved to another office, which checks anew.
  assigned: ['investigating', 'waiting_complainant', 'checking', ...sideWays],
  // To review only after it was opened again: the complainant would rather have somebody else look.
  investigating: ['answered', 'waiting_complainant', 'assigned', 'checking', 'in_review', ...sideWays],
  // Answered is a result that counts: it can no longer be archived, sent away or withdrawn out of the figures.
  answered: ['closed', 'in_review', 'investigating', 'referred', 'merged'],
  closed: ['in_review', 'investigating'],
  in_review: ['answered'],
  referred: ['investigating', 'answered'],
  archived: ['checking'],
  transferred: ['checking'],
  // Parted again, a ticket stands where it stood.
  merged: ['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating'],
  withdrawn: [],
}

export function isTicketState(value: unknown): value is TicketState {
  return typeof value === 'string' && (ticketStates as readonly string[]).includes(value)
}

/** Whether one step of the table leads from `from` to `to`. Staying is no move. */
export function canMove(from: TicketState, to: TicketState): boolean {
  return transitions[from].includes(to)
}

/** Steps of the main path that a later step implies. An answer, a question or a closure is never implied by another verb. */
const impliedSteps: readonly TicketState[] = ['checking', 'assigned', 'investigating']
/** Only an unanswered ticket in hand may skip ahead: bringing back an archived or closed one is a deliberate verb of its own. */
const mayImplySteps: readonly TicketState[] = ['submitted', 'waiting_complainant', ...impliedSteps]

/**
 * The states to pass, the last being `to`, when a verb means that a ticket in `from` is to be in `to`: an officer who answers a
 * ticket just submitted has checked, taken and investigated it. Empty when it is there already, null when no way leads there.
 */
export function movesTo(from: TicketState, to: TicketState): readonly TicketState[] | null {
  if (from === to) return []
  if (canMove(from, to)) return [to]
  // A second look is asked for by the complainant and implied by nothing.
  if (to === 'in_review' || !mayImplySteps.includes(from)) return null
  // The implied steps lie in a row, so the shortest way enters at the latest step the table allows.
  for (const step of impliedSteps.slice(impliedSteps.indexOf(from) + 1).reverse()) {
    if (!canMove(from, step)) continue
    const rest = movesTo(step, to)
    if (rest) return [step, ...rest]
  }
  return null
}

const openStates: ReadonlySet<TicketState> = new Set<TicketState>([
  'submitted',
  'checking',
  'waiting_complainant',
  'assigned',
  'investigating',
  'referred',
  'in_review',
])

/** Whether the complainant is still owed something: it counts as work in hand and can be late. */
export function isOpen(state: TicketState): boolean {
  return openStates.has(state)
}

/** Whether an answer is still to come: a merged ticket is work of another one's row, and its own clocks go on. */
export function awaitsAnswer(state: TicketState): boolean {
  return isOpen(state) || state === 'merged'
}

/** All that the ticket number alone tells: coarse enough that a reader learns nothing about the matter. */
export const publicStages = [
  'received',
  'checking',
  'waiting_for_you',
  'in_progress',
  'answered',
  'closed',
  'sent_on',
  'withdrawn',
] as const
export type PublicStage = (typeof publicStages)[number]

const stages: Readonly<Record<TicketState, PublicStage>> = {
  submitted: 'received',
  checking: 'checking',
  waiting_complainant: 'waiting_for_you',
  assigned: 'in_progress',
  investigating: 'in_progress',
  answered: 'answered',
  closed: 'closed',
  referred: 'sent_on',
  transferred: 'sent_on',
  archived: 'closed',
  merged: 'in_progress',
  withdrawn: 'withdrawn',
  in_review: 'in_progress',
}

/** The stage to show for a state. Of a merged ticket show the surviving one's stage; `in_progress` stands in where it is unknown. */
export function publicStage(state: TicketState): PublicStage {
  return stages[state]
}
