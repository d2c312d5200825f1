import type { Kind, TicketClass } from '../../record/events.ts'

/** What routing needs to know of a category. */
export type RoutedCategory = { readonly code: string; readonly class: TicketClass; readonly confidentiality: 'P' | 'R' | 'S' }

/** Units that take reports which do not go to the office concerned, by their code in the register. */
export const centralUnits = { compliance: 'PATNAL', headquarters: 'DITJEN', contact: 'CONTACT' } as const

/** Where a report goes: the office it is about, or a central unit. */
export type Destination = 'concerned' | keyof typeof centralUnits

/** Families of categories that headquarters decides: visas, and detention and refugees as long as no detention house is in the register. */
const headquartersFamilies: ReadonlySet<string> = new Set(['VSA', 'DET', 'REF'])

function familyOf(code: string): string {
  return code.split('.')[0] ?? code
}

/** Whether misconduct of staff is alleged. */
export function isConduct(code: string): boolean {
  return familyOf(code) === 'INT'
}

export type Routing = {
  readonly kind: Kind
  readonly category: RoutedCategory
  /** The code of the office it is about; null when the person does not know. */
  readonly concernedOfficeCode: string | null
}

/**
 * Which unit handles a report. An allegation against staff never goes to the unit complained of, whatever kind it came as
 * (product.md: the office complained of must never handle, see or count its own case).
 */
export function routeReport({ category, concernedOfficeCode }: Routing): Destination {
  if (isConduct(category.code)) return concernedOfficeCode === centralUnits.compliance ? 'headquarters' : 'compliance'
  if (headquartersFamilies.has(familyOf(category.code))) return 'headquarters'
  return concernedOfficeCode === null ? 'contact' : 'concerned'
}

/** How thoroughly it is examined, and so by when. Only complaints, and criticism that alleges misconduct, need more than an answer. */
export function classify(kind: Kind, category: RoutedCategory): TicketClass {
  switch (kind) {
    case 'complaint':
      return category.class
    case 'criticism':
      return isConduct(category.code) ? category.class : 'INFO'
    case 'information_request':
    case 'suggestion':
    case 'compliment':
      return 'INFO'
  }
}

/** Inside the unit only for supervisors and the assignee. */
export function isRestricted(secret: boolean, category: RoutedCategory): boolean {
  return secret || category.confidentiality === 'S'
}
