import type { Static } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { readText } from '../../../platform/http/input.ts'
import {
  defineRoute,
  type FieldProblems,
  page,
  type Reply,
  type Route,
  type RouteRequest,
  redirect,
  refuse,
} from '../../../platform/http/route.ts'
import { sayProblems } from '../../../ui/index.ts'
import { loadCategories, loadCategory } from '../../record/index.ts'
import { nameCategory } from '../../record/rules.ts'
import { editList } from '../actions/edit.ts'
import { codeParams, listForm } from '../forms.ts'
import { ListPage } from '../pages/list-page.tsx'
import { ListsPage } from '../pages/lists-page.tsx'
import { loadLists } from '../read.ts'
import { writeItems } from '../rules.ts'
import { paths } from '../urls.ts'

type Request = RouteRequest<{ readonly code: string }, unknown, Static<typeof listForm>>
type Typed = { readonly wordsId: string; readonly wordsEn: string; readonly before: number }

async function showLists({ frame }: Pick<Request, 'frame'>, ctx: Context): Promise<Reply> {
  const [lists, categories] = await Promise.all([loadLists(ctx.tx), loadCategories(ctx.tx)])
  const count = new Map(lists.map(({ category, items }) => [category, items.length]))
  const lines = categories
    .filter(({ active, code }) => active || count.has(code))
    .map((category) => ({
      code: category.code,
      name: nameCategory(category, frame.words.locale),
      isFamily: category.parent === null,
      items: count.get(category.code) ?? 0,
      fromFamily: category.parent === null ? 0 : (count.get(category.parent) ?? 0),
    }))
  return page(ListsPage({ frame, lines }))
}

async function showForm({ frame, params }: Request, ctx: Context, typed: Typed | null, problems: FieldProblems = {}): Promise<Reply> {
  const category = await loadCategory(ctx.tx, params.code)
  if (category === null) return refuse(404, 'not_found')
  const list = (await loadLists(ctx.tx, category.code))[0]
  const shown = typed ?? { ...writeItems(list?.items ?? []), before: list?.version ?? 0 }
  const node = ListPage({
    frame,
    code: category.code,
    name: nameCategory(category, frame.words.locale),
    isFamily: category.parent === null,
    typed: shown,
    problems: sayProblems(frame, problems, 'checklist'),
  })
  return page(node, { status: Object.keys(problems).length === 0 ? 200 : 422 })
}

async function save(request: Request, ctx: Context): Promise<Reply> {
  const { form, raw, params, audit } = request
  audit({ objectType: 'category', details: { code: params.code } })
  const before = Number(readText(raw, 'before')) || 0
  const again = (problems: FieldProblems) =>
    showForm(request, ctx, { wordsId: readText(raw, 'wordsId'), wordsEn: readText(raw, 'wordsEn'), before }, problems)
  if (!form.ok) return again(form.error)
  const { wordsId = '', wordsEn = '' } = form.value
  const saved = await editList(ctx, params.code, { wordsId, wordsEn, before })
  if (saved.ok) {
    audit({ details: { code: params.code, version: before + 1, items: saved.value } })
    return redirect(paths.list, { notice: 'checklist.notice.saved' })
  }
  if (saved.error === 'category_unknown') return refuse(404, 'not_found')
  return again(saved.error === 'conflict' ? { wordsId: 'conflict' } : { [saved.error.field]: saved.error.code })
}

const shared = { audience: 'officer', permission: 'category.administer' } as const

export const adminRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.list,
    audit: { event: 'checklist.listed', done: false },
    handler: showLists,
  }),
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.one,
    params: codeParams,
    audit: { event: 'checklist.form_opened', done: false },
    handler: (request, ctx) => showForm(request as Request, ctx, null),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.one,
    params: codeParams,
    form: listForm,
    audit: { event: 'checklist.saved', done: true },
    handler: save,
  }),
]
