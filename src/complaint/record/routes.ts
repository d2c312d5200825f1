import type { Context } from '../../platform/context.ts'
import { readText } from '../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../platform/http/route.ts'
import { addCategory, editCategory } from './actions/categories.ts'
import { categoryForm, codeParams, newCategoryForm } from './forms.ts'
import { CategoriesPage } from './pages/categories.tsx'
import { CategoryFormPage, type CategoryValues } from './pages/category-form.tsx'
import type { CategoryFacts } from './rules/categories.ts'
import { loadCategories, loadCategory } from './store/categories.ts'

const admin = { audience: 'officer', permission: 'category.administer' } as const
const list = '/petugas/admin/kategori'
const blank: CategoryValues = { nameId: '', nameEn: '', class: 'NON', confidentiality: 'P', active: true }

function repeatValues(raw: RouteRequest['raw']): CategoryValues {
  const text = (name: string) => readText(raw, name)
  return {
    nameId: text('nameId'),
    nameEn: text('nameEn'),
    class: text('class'),
    confidentiality: text('confidentiality'),
    active: text('active') !== '',
  }
}

async function postNewCategory(request: RouteRequest<unknown, unknown, CategoryFacts & { code: string }>, ctx: Context): Promise<Reply> {
  const { form, frame, raw, audit } = request
  const typed = readText(raw, 'code')
  const again = (codes: Readonly<Record<string, string>>) =>
    page(CategoryFormPage({ frame, code: null, typed, values: repeatValues(raw), codes }), { status: 422 })
  if (!form.ok) return again(form.error)
  const { code, ...facts } = form.value
  const added = await addCategory(ctx, code, facts)
  if (!added.ok) return again({ code: added.error })
  audit({ objectType: 'category', details: { code, before: null, after: facts } })
  return redirect(list, { notice: 'record.notice.saved' })
}

async function postCategory(request: RouteRequest<{ code: string }, unknown, CategoryFacts>, ctx: Context): Promise<Reply> {
  const { form, frame, raw, params, audit } = request
  audit({ objectType: 'category', details: { code: params.code } })
  if ((await loadCategory(ctx.tx, params.code)) === null) return refuse(404, 'not_found')
  if (!form.ok)
    return page(CategoryFormPage({ frame, code: params.code, typed: '', values: repeatValues(raw), codes: form.error }), { status: 422 })
  const edited = await editCategory(ctx, params.code, form.value)
  if (!edited.ok) return refuse(404, 'not_found')
  audit({ details: { code: params.code, ...edited.value } })
  return redirect(list, { notice: 'record.notice.saved' })
}

/** Categories for the administrator: their table belongs to the record. */
export const routes: readonly Route[] = [
  defineRoute({
    ...admin,
    method: 'GET',
    path: list,
    audit: { event: 'record.list_categories', done: false },
    handler: async ({ frame }, ctx) => page(CategoriesPage({ frame, categories: await loadCategories(ctx.tx) })),
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: `${list}/baru`,
    audit: { event: 'record.add_category_form', done: false },
    handler: async ({ frame }) => page(CategoryFormPage({ frame, code: null, typed: '', values: blank, codes: {} })),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${list}/baru`,
    audit: { event: 'record.add_category', done: true },
    form: newCategoryForm,
    handler: postNewCategory,
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: `${list}/:code`,
    audit: { event: 'record.read_category', done: false },
    params: codeParams,
    async handler({ frame, params }, ctx) {
      const category = await loadCategory(ctx.tx, params.code)
      return category === null
        ? refuse(404, 'not_found')
        : page(CategoryFormPage({ frame, code: category.code, typed: '', values: category, codes: {} }))
    },
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${list}/:code`,
    audit: { event: 'record.edit_category', done: true },
    params: codeParams,
    form: categoryForm,
    handler: postCategory,
  }),
]
