import { loadOffices, type Office } from '../../access/accounts/index.ts'
import type { Context } from '../../platform/context.ts'
import { type Category, loadCategories } from '../record/index.ts'

/** What the screens offer: categories and offices in use. */
export type Offer = { readonly categories: readonly Category[]; readonly offices: readonly Office[] }

/** Categories in use; one without its family is out of use too. */
export async function loadOffer(ctx: Context, needs: { readonly offices: boolean }): Promise<Offer> {
  const all = (await loadCategories(ctx.tx)).filter(({ active }) => active)
  const families = new Set(all.filter(({ parent }) => parent === null).map(({ code }) => code))
  const categories = all.filter(({ parent }) => parent === null || families.has(parent))
  const offices = needs.offices ? (await loadOffices(ctx.tx)).filter(({ active, selectable }) => active && selectable) : []
  return { categories, offices }
}
