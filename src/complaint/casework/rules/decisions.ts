import type { CloseReason, TicketClass } from '../../record/events.ts'

export type TransferFacts = {
  readonly officeId: string
  readonly concernedOfficeId: string | null
  /** Misconduct of staff is alleged. */
  readonly conduct: boolean
}

export type TransferProblem = 'same_office' | 'office_concerned' | 'office_inactive'

/**
 * Whether a ticket may go to a unit. An allegation against staff never goes to the unit complained of: it must not handle, see or
 * count its own case.
 */
export function findTransferProblem(
  ticket: TransferFacts,
  target: { readonly id: string; readonly active: boolean },
): TransferProblem | null {
  if (target.id === ticket.officeId) return 'same_office'
  if (!target.active) return 'office_inactive'
  return ticket.conduct && target.id === ticket.concernedOfficeId ? 'office_concerned' : null
}

/** A new unit counts days in its own calendar, but what was promised to the complainant is never made later by moving it about. */
export function isEarlier(planned: Date, promised: Date): boolean {
  return planned.getTime() < promised.getTime()
}

export type Classing = { readonly category: string; readonly class: TicketClass; readonly restricted: boolean }

/** Whether anything changes at all. */
export function isSameClassing(before: Classing, after: Classing): boolean {
  return before.category === after.category && before.class === after.class && before.restricted === after.restricted
}

/** Closing what is not solved, or for a reason of one's own, has to be explained. */
export function needsWords(reason: CloseReason): boolean {
  return reason === 'not_solved' || reason === 'officer'
}
