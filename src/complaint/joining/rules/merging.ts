import { type ReturnState, returnStates } from '../../record/events.ts'
import type { TicketState } from '../../record/rules.ts'

export function isReturnState(state: TicketState | null): state is ReturnState {
  return (returnStates as readonly (TicketState | null)[]).includes(state)
}

export type MergeFacts = { readonly id: string; readonly state: TicketState; readonly officeId: string; readonly restricted: boolean }

/** `not_found`: there is none, or it is out of sight: the two are the same to who asks (acceptance A2). */
export type MergeProblem = 'not_found' | 'same_ticket' | 'other_unit' | 'restricted' | 'not_in_hand'

/**
 * Why a ticket cannot be merged into another. Both must be in hand: of two merged into each other at once the second is refused,
 * because the first made it a merged one (acceptance K2). Restricted ones are examined each on its own.
 */
export function findMergeProblem(ticket: MergeFacts, survivor: MergeFacts): MergeProblem | null {
  if (ticket.id === survivor.id) return 'same_ticket'
  if (ticket.officeId !== survivor.officeId) return 'other_unit'
  if (ticket.restricted || survivor.restricted) return 'restricted'
  return isReturnState(ticket.state) && isReturnState(survivor.state) ? null : 'not_in_hand'
}

const undoMilliseconds = 24 * 3_600_000

/** A merge is undone while everybody remembers it (acceptance K3). */
export function mayUndo(mergedAt: Date, now: Date): boolean {
  return now.getTime() - mergedAt.getTime() <= undoMilliseconds
}

/** How a ticket stood when it was merged. */
export type Place = {
  readonly state: ReturnState
  readonly assigneeId: string | null
  readonly resumeState: ReturnState | null
}

/** Where a ticket goes back to: as it stood, unless the reply it waited for has come meanwhile. */
export function restore(before: Place, wasReplied: boolean): Place {
  return before.state === 'waiting_complainant' && wasReplied
    ? { ...before, state: before.resumeState ?? 'checking', resumeState: null }
    : before
}

/**
 * The state whose stage stands for a merged ticket to its complainant: how far the survivor is, and nothing of what its own
 * complainant is asked or does. Null: the survivor is not known.
 */
export function standIn(survivor: TicketState | null): 'checking' | 'investigating' {
  return survivor === 'submitted' || survivor === 'checking' ? 'checking' : 'investigating'
}

/** Ticket numbers as somebody lists them, one a line or between commas; each once. */
export function readNumbers(text: string): readonly string[] {
  const given = text.split(/[\n,;]+/).map((part) => part.trim())
  return [...new Set(given.filter((part) => part !== ''))]
}
