import { isConduct } from '../../intake/rules.ts'
import type { CloseReason, Kind, TicketClass } from '../../record/events.ts'

/** What of a ticket decides on where it may lie. */
export type TicketPlace = {
  readonly officeId: string
  readonly concernedOfficeId: string | null
  /** Something is alleged of staff. */
  readonly conduct: boolean
}

/** The place of a ticket as it is now. */
export function readPlace(ticket: {
  readonly kind: Kind
  readonly concernedOfficeId: string | null
  readonly standing: { readonly officeId: string; readonly category: string }
}): TicketPlace {
  const { kind, concernedOfficeId, standing } = ticket
  return { officeId: standing.officeId, concernedOfficeId, conduct: isConduct(kind, standing.category) }
}

export type TransferProblem = 'same_office' | 'office_concerned' | 'office_inactive'

/**
 * Whether a ticket may go to a unit. An allegation against staff never goes to the unit complained of: it must not handle, see or
 * count its own case.
 */
export function findTransferProblem(
  ticket: TicketPlace,
  target: { readonly id: string; readonly active: boolean },
): TransferProblem | null {
  if (target.id === ticket.officeId) return 'same_office'
  if (!target.active) return 'office_inactive'
  return ticket.conduct && target.id === ticket.concernedOfficeId ? 'office_concerned' : null
}

/**
 * Whether another category hands a ticket on: when it becomes a conduct case or ceases to be one, and when it lay with the unit
 * complained of all along.
 */
export function changesUnit(before: TicketPlace, conduct: boolean): boolean {
  return before.conduct !== conduct || (conduct && before.officeId === before.concernedOfficeId)
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
