import type { TicketClass } from '../events.ts'

/** What the page of a category chooses from. */
export { ticketClasses } from '../events.ts'

/** Default confidentiality a category may have (domain.md section 6). */
export const confidentialities = ['P', 'R', 'S'] as const

type Named = { readonly nameId: string; readonly nameEn: string }

/** A category in the reader's language: Indonesian, else English. */
export function nameCategory({ nameId, nameEn }: Named, locale: string): string {
  return locale === 'id' ? nameId : nameEn
}

/** Categories under their families, to choose from; a family can be chosen as a whole and is called by `whole` then. */
export function groupCategories(
  categories: readonly (Named & { readonly code: string; readonly parent: string | null })[],
  locale: string,
  whole: (name: string) => string = (name) => name,
): readonly { readonly label: string; readonly options: readonly { readonly value: string; readonly label: string }[] }[] {
  return categories
    .filter(({ parent }) => parent === null)
    .map((family) => ({
      label: nameCategory(family, locale),
      options: [
        { value: family.code, label: whole(nameCategory(family, locale)) },
        ...categories
          .filter(({ parent }) => parent === family.code)
          .map((each) => ({ value: each.code, label: nameCategory(each, locale) })),
      ],
    }))
}

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
