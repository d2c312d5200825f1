/** Classes of time and default confidentiality a category may have (domain.md section 6). */
export const categoryClasses = ['INFO', 'NON', 'OVR'] as const
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
  readonly class: (typeof categoryClasses)[number]
  readonly confidentiality: (typeof confidentialities)[number]
  readonly active: boolean
}
