import type { Context } from '../../../platform/context.ts'
import { readText } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { addOffice, editOffice } from '../actions/offices.ts'
import { idParams, newOfficeForm, officeForm, officesQuery } from '../forms.ts'
import { OfficeFormPage, type OfficeValues } from '../pages/office-form.tsx'
import { OfficesPage } from '../pages/offices.tsx'
import { loadOfficeLines } from '../read/administration.ts'
import type { Office } from '../rules/views.ts'
import { loadOffice, loadOffices } from '../store/offices.ts'

const admin = { audience: 'officer', permission: 'office.administer' } as const
const list = '/petugas/admin/kantor'

type Facts = {
  name: string
  class?: string
  city?: string
  province?: string
  timeZone: Office['timeZone']
  active: boolean
  selectable: boolean
  parent?: string
}

function toFacts(form: Facts): Omit<Office, 'id' | 'code' | 'type'> {
  const { name, timeZone, active, selectable } = form
  return {
    name,
    class: form.class ?? null,
    city: form.city ?? null,
    province: form.province ?? null,
    timeZone,
    active,
    selectable,
    parentId: form.parent ?? null,
  }
}

function toValues(office: Office): OfficeValues {
  const { code, name, type, timeZone, active, selectable } = office
  return {
    code,
    name,
    type,
    class: office.class ?? '',
    city: office.city ?? '',
    province: office.province ?? '',
    timeZone,
    active,
    selectable,
    parent: office.parentId ?? '',
  }
}

function repeatValues(raw: RouteRequest['raw'], fixed: { readonly code: string; readonly type: string }): OfficeValues {
  const text = (name: string) => readText(raw, name)
  return {
    ...fixed,
    name: text('name'),
    class: text('class'),
    city: text('city'),
    province: text('province'),
    timeZone: text('timeZone'),
    active: text('active') !== '',
    selectable: text('selectable') !== '',
    parent: text('parent'),
  }
}

/** Units that can stand above this one: the Kanwil and the central units. */
async function listParents(ctx: Context, id: string | null): Promise<readonly Office[]> {
  const above = ['kanwil', 'ditjen', 'compliance']
  return (await loadOffices(ctx.tx)).filter((office) => office.active && office.id !== id && above.includes(office.type))
}

const blank: OfficeValues = {
  code: '',
  name: '',
  type: 'kanim',
  class: '',
  city: '',
  province: '',
  timeZone: 'Asia/Jakarta',
  active: true,
  selectable: true,
  parent: '',
}

async function postNewOffice(
  request: RouteRequest<unknown, unknown, Facts & { code: string; type: string }>,
  ctx: Context,
): Promise<Reply> {
  const { form, frame, raw, audit } = request
  const parents = await listParents(ctx, null)
  const again = (codes: Readonly<Record<string, string>>) =>
    page(
      OfficeFormPage({
        frame,
        id: null,
        values: repeatValues(raw, { code: readText(raw, 'code'), type: readText(raw, 'type') }),
        codes,
        parents,
      }),
      { status: 422 },
    )
  if (!form.ok) return again(form.error)
  const { code, type, parent } = form.value
  if (parent !== undefined && !parents.some(({ id }) => id === parent)) return again({ parent: 'invalid' })
  const added = await addOffice(ctx, { ...toFacts(form.value), code, type })
  if (!added.ok) return again({ code: added.error })
  const { id, ...after } = added.value
  audit({ objectType: 'office', objectId: id, details: { before: null, after } })
  return redirect(list, { notice: 'accounts.notice.saved' })
}

async function postOffice(request: RouteRequest<{ id: string }, unknown, Facts>, ctx: Context): Promise<Reply> {
  const { form, frame, raw, params, audit } = request
  const office = await loadOffice(ctx.tx, params.id)
  if (office === null) return refuse(404, 'not_found')
  audit({ objectType: 'office', objectId: office.id })
  const parents = await listParents(ctx, office.id)
  const again = (codes: Readonly<Record<string, string>>) =>
    page(OfficeFormPage({ frame, id: office.id, values: repeatValues(raw, office), codes, parents }), { status: 422 })
  if (!form.ok) return again(form.error)
  const { parent } = form.value
  if (parent !== undefined && !parents.some(({ id }) => id === parent)) return again({ parent: 'invalid' })
  const edited = await editOffice(ctx, office.id, toFacts(form.value))
  if (!edited.ok) return refuse(404, 'not_found')
  audit({ details: edited.value })
  return redirect(list, { notice: 'accounts.notice.saved' })
}

export const officeRoutes: readonly Route[] = [
  defineRoute({
    ...admin,
    method: 'GET',
    path: list,
    audit: { event: 'accounts.list_offices', done: false },
    query: officesQuery,
    async handler({ frame, query }, ctx) {
      const { q = '', jenis = null, keadaan } = query
      const lines = await loadOfficeLines(ctx.tx, { words: q, type: jenis, active: keadaan === undefined ? null : keadaan === 'aktif' })
      return page(OfficesPage({ frame, lines, filter: { q, jenis: jenis ?? '', keadaan: keadaan ?? '' } }))
    },
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: `${list}/baru`,
    audit: { event: 'accounts.add_office_form', done: false },
    handler: async ({ frame }, ctx) =>
      page(OfficeFormPage({ frame, id: null, values: blank, codes: {}, parents: await listParents(ctx, null) })),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${list}/baru`,
    audit: { event: 'accounts.add_office', done: true },
    form: newOfficeForm,
    handler: postNewOffice,
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: `${list}/:id`,
    audit: { event: 'accounts.read_office', done: false },
    params: idParams,
    async handler({ frame, params }, ctx) {
      const office = await loadOffice(ctx.tx, params.id)
      return office === null
        ? refuse(404, 'not_found')
        : page(OfficeFormPage({ frame, id: office.id, values: toValues(office), codes: {}, parents: await listParents(ctx, office.id) }))
    },
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${list}/:id`,
    audit: { event: 'accounts.edit_office', done: true },
    params: idParams,
    form: officeForm,
    handler: postOffice,
  }),
]
