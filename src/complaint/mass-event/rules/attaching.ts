import { needsCheck } from '../../answering/rules.ts'
import { isConduct } from '../../intake/rules.ts'
import { isReturnState } from '../../joining/rules.ts'
import type { Kind } from '../../record/events.ts'
import type { TicketStanding } from '../../record/rules.ts'

/** What decides whether a ticket is answered together with others. */
export type TicketFacts = {
  readonly kind: Kind
  readonly secret: boolean
  readonly standing: Pick<TicketStanding, 'state' | 'officeId' | 'restricted' | 'class' | 'category' | 'severity'>
  /** It is kept from somebody. */
  readonly shielded: boolean
}

/** Why a ticket is looked at on its own. */
export type ApartReason = 'other_unit' | 'restricted' | 'grave' | 'not_in_hand'

/**
 * Why a ticket cannot be answered together with others of an event of this unit: what complains of staff, what is restricted, and what is
 * grave enough for two approvals is examined on its own (acceptance C19).
 */
export function findApart({ kind, secret, standing, shielded }: TicketFacts, officeId: string): ApartReason | null {
  const { state, restricted, category, severity } = standing
  if (standing.officeId !== officeId) return 'other_unit'
  const conduct = isConduct(kind, category)
  if (restricted || shielded || conduct) return 'restricted'
  const need = needsCheck({ class: standing.class, conduct, restricted, secret, severity, outcome: null })
  if (need !== null && need.approvals > 1) return 'grave'
  return isReturnState(state) ? null : 'not_in_hand'
}

/** `not_found`: there is none, or it is out of sight: the two are the same to who asks (acceptance A2). */
export type AttachProblem = ApartReason | 'not_found' | 'attached_here' | 'attached_elsewhere'

/** Why a ticket cannot be attached to an event. `waitsIn`: the event in which it waits already. */
export function findAttachProblem(
  ticket: (TicketFacts & { readonly waitsIn: string | null }) | null,
  event: { readonly id: string; readonly officeId: string },
): AttachProblem | null {
  if (ticket === null) return 'not_found'
  if (ticket.waitsIn !== null) return ticket.waitsIn === event.id ? 'attached_here' : 'attached_elsewhere'
  return findApart(ticket, event.officeId)
}

const day = 86_400_000

/** Reports of an event mostly come in from a little before somebody recorded it until two weeks after. */
export function findWindow(openedAt: Date): { readonly from: Date; readonly until: Date } {
  return { from: new Date(openedAt.getTime() - 3 * day), until: new Date(openedAt.getTime() + 14 * day) }
}

/** Whether a report alleges something of staff, by its category: such a one is suggested for no event. */
export function isAboutStaff({ kind, category }: { readonly kind: Kind; readonly category: string }): boolean {
  return isConduct(kind, category)
}

/** More are attached in several goes: one go is one transaction. */
export const mostAtOnce = 500
