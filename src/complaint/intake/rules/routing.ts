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

/** Whether the category is of the family about the integrity of officers: bribes, discrimination, harassment and the like. */
export function isIntegrity(code: string): boolean {
  return familyOf(code) === 'INT'
}

/** How officers behave at the counter and in the office, by the two families that ask for it. */
const mannerCategories: ReadonlySet<string> = new Set(['TPI.06', 'SVC.01'])

/** Whether the category is about the manner of officers. */
export function isManner(code: string): boolean {
  return mannerCategories.has(code)
}

/** Violence against people in detention: done by those who hold them. */
const violenceInDetention = 'DET.05'

/** Whether a kind of report can be against somebody: praise, a question or a suggestion is not, whoever it names. */
export function complains(kind: Kind): boolean {
  return kind === 'complaint' || kind === 'criticism'
}

/**
 * Whether a report alleges something of staff, and so may not lie with the office complained of. Manner counts when it is complained of
 * or criticised; praise of it, a question or a suggestion belongs to the office that earned it.
 */
export function isConduct(kind: Kind, code: string): boolean {
  if (isIntegrity(code) || code === violenceInDetention) return true
  return isManner(code) && complains(kind)
}

export type Routing = {
  readonly kind: Kind
  readonly category: RoutedCategory
  /** The code of the office it is about; null when the person does not know. */
  readonly concernedOfficeCode: string | null
}

/**
 * Which unit handles a report. A conduct case never goes to the unit complained of (product.md: the office complained of must never
 * handle, see or count its own case).
 */
export function routeReport({ kind, category, concernedOfficeCode }: Routing): Destination {
  if (isConduct(kind, category.code)) return concernedOfficeCode === centralUnits.compliance ? 'headquarters' : 'compliance'
  if (headquartersFamilies.has(familyOf(category.code))) return 'headquarters'
  return concernedOfficeCode === null ? 'contact' : 'concerned'
}

/** How thoroughly it is examined, and so by when. Only complaints, and criticism of the integrity of officers, need more than an answer. */
export function classify(kind: Kind, category: RoutedCategory): TicketClass {
  switch (kind) {
    case 'complaint':
      return category.class
    case 'criticism':
      return isIntegrity(category.code) ? category.class : 'INFO'
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
