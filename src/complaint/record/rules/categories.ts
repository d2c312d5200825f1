import type { TicketClass } from '../events.ts'

/** What the page of a category chooses from. */
export { ticketClasses } from '../events.ts'

/** Default confidentiality a category may have (domain.md section 6). */
export const confidentialities = ['P', 'R', 'S'] as const

/** A top of the tree, `PSP`, or a branch of one, `PSP.06`. */
export const categoryCode = /^[A-Z]{2,5}(\.\d{2})?$/

/** The top a branch belongs to; null for a top itself. */
export function parentOf(code: string): string | null {
  const [top = '', branch] = code.split('.')
  return branch === undefined ? null : top
}

export type CategoryFacts = {
  readonly nameId: string
  readonly nameEn: string
  readonly class: TicketClass
  readonly confidentiality: (typeof confidentialities)[number]
  readonly active: boolean
}
