import type { Context } from '../../../platform/context.ts'
import { readText } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { createOfficer, editOfficer } from '../actions/officers.ts'
import { idParams, officerForm, officersQuery } from '../forms.ts'
import { AdminPage } from '../pages/admin.tsx'
import { LinkPage } from '../pages/link.tsx'
import { NewOfficerPage } from '../pages/new-officer.tsx'
import { OfficerPage } from '../pages/officer.tsx'
import { OfficersPage } from '../pages/officers.tsx'
import { countOfficers, loadAdminFigures, loadOfficerLines, loadOfficerView, type OfficerFilter } from '../read/administration.ts'
import { aliveSince } from '../rules/sessions.ts'
import { loadOffices } from '../store/offices.ts'

const admin = { audience: 'officer', permission: 'officer.administer' } as const
const list = '/petugas/admin/petugas'
const pageSize = 50

type Codes = Readonly<Record<string, string>>

/** The page of one officer, again with what was wrong in one of its forms. */
export async function showOfficer(request: Pick<RouteRequest, 'frame'>, ctx: Context, id: string, codes: Codes = {}): Promise<Reply> {
  const view = await loadOfficerView(ctx.tx, id, aliveSince(ctx.now))
  if (view === null) return refuse(404, 'not_found')
  const node = OfficerPage({ frame: request.frame, view, offices: await loadOffices(ctx.tx), own: ctx.actor.id === id, codes })
  return page(node, { status: Object.keys(codes).length === 0 ? 200 : 422 })
}

/** A place in the list as it stands in the address: name and id of the last line. */
function readPlace(text: string | undefined): OfficerFilter['after'] {
  const split = text?.lastIndexOf('~') ?? -1
  const id = text?.slice(split + 1) ?? ''
  return split < 0 || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? null : { name: text?.slice(0, split) ?? '', id }
}

type ListQuery = { q?: string; kantor?: string; peran?: string; keadaan?: string; setelah?: string }

async function listOfficers({ frame, query }: RouteRequest<unknown, ListQuery>, ctx: Context): Promise<Reply> {
  const { q = '', kantor = null, peran = null, keadaan } = query
  const filter: OfficerFilter = {
    words: q,
    officeId: kantor,
    role: peran,
    active: keadaan === undefined ? null : keadaan === 'aktif',
    after: readPlace(query.setelah),
  }
  const lines = await loadOfficerLines(ctx.tx, filter, pageSize + 1)
  const shown = lines.slice(0, pageSize)
  const last = shown.at(-1)
  return page(
    OfficersPage({
      frame,
      lines: shown,
      offices: await loadOffices(ctx.tx),
      total: await countOfficers(ctx.tx, filter),
      filter: { q, kantor: kantor ?? '', peran: peran ?? '', keadaan: keadaan ?? '' },
      next: lines.length > pageSize && last !== undefined ? `${last.name}~${last.id}` : null,
    }),
  )
}

type OfficerRequest<Params = unknown> = RouteRequest<Params, unknown, { name: string; email: string; language: string }>

async function postNewOfficer({ form, frame, raw, audit }: OfficerRequest, ctx: Context): Promise<Reply> {
  const values = { name: readText(raw, 'name'), email: readText(raw, 'email'), language: readText(raw, 'language') }
  if (!form.ok) return page(NewOfficerPage({ frame, values, codes: form.error }), { status: 422 })
  const created = await createOfficer(ctx, form.value)
  if (!created.ok) return page(NewOfficerPage({ frame, values, codes: { email: created.error } }), { status: 422 })
  audit({ objectType: 'officer', objectId: created.value.id, details: { before: null, after: form.value } })
  return page(
    LinkPage({
      frame,
      id: created.value.id,
      name: form.value.name,
      link: `${ctx.settings.publicUrl}/petugas/sandi/${created.value.link}`,
      created: true,
    }),
  )
}

async function postOfficer(request: OfficerRequest<{ id: string }>, ctx: Context): Promise<Reply> {
  const { form, params, audit } = request
  audit({ objectType: 'officer', objectId: params.id })
  if (!form.ok) return showOfficer(request, ctx, params.id, form.error)
  const edited = await editOfficer(ctx, params.id, form.value)
  if (!edited.ok)
    return edited.error === 'not_found' ? refuse(404, 'not_found') : showOfficer(request, ctx, params.id, { email: edited.error })
  audit({ details: edited.value })
  return redirect(`${list}/${params.id}`, { notice: 'accounts.notice.saved' })
}

export const officerRoutes: readonly Route[] = [
  defineRoute({
    ...admin,
    method: 'GET',
    path: '/petugas/admin',
    audit: { event: 'accounts.administer', done: false },
    handler: async ({ frame }, ctx) => page(AdminPage({ frame, figures: await loadAdminFigures(ctx.tx) })),
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: list,
    audit: { event: 'accounts.list_officers', done: false },
    query: officersQuery,
    handler: listOfficers,
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: `${list}/baru`,
    audit: { event: 'accounts.create_officer_form', done: false },
    handler: async ({ frame }) => page(NewOfficerPage({ frame, values: { name: '', email: '', language: 'id' }, codes: {} })),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${list}/baru`,
    audit: { event: 'accounts.create_officer', done: true },
    form: officerForm,
    handler: postNewOfficer,
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: `${list}/:id`,
    audit: { event: 'accounts.read_officer', done: false },
    params: idParams,
    handler: (request, ctx) => showOfficer(request, ctx, request.params.id),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${list}/:id`,
    audit: { event: 'accounts.edit_officer', done: true },
    params: idParams,
    form: officerForm,
    handler: postOfficer,
  }),
]
