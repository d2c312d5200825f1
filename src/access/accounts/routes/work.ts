import type { Context } from '../../../platform/context.ts'
import { readText, readTexts } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { readDay } from '../../../platform/time.ts'
import { enterAbsence, findToday, removeAbsence, setWork } from '../actions/work.ts'
import { absenceForm, absenceParams, idParams, ownAbsenceParams, workForm } from '../forms.ts'
import { WorkPage } from '../pages/work.tsx'
import { loadWork } from '../read/work.ts'

const ownHome = '/petugas/akun/ketidakhadiran'
const adminHome = '/petugas/admin/petugas/:id/kerja'
const own = { audience: 'officer', permission: 'account.own' } as const
const admin = { audience: 'officer', permission: 'officer.administer' } as const

/** Whose page it is, and by which door it was opened. */
type Subject = { readonly officerId: string; readonly own: boolean }

function findOwn({ actor }: Context): Subject {
  return { officerId: actor.id ?? '', own: true }
}

function homeOf({ officerId, own: isOwn }: Subject): string {
  return isOwn ? ownHome : adminHome.replace(':id', officerId)
}

/** A form as it was sent, and what was wrong in it. */
type Failed = { readonly form: 'absence' | 'training'; readonly codes: Readonly<Record<string, string>> }

export async function showWork({ frame, raw }: RouteRequest<unknown, unknown, unknown>, ctx: Context, subject: Subject, failed?: Failed) {
  const view = await loadWork(ctx.tx, subject.officerId, findToday(ctx))
  if (view === null) return refuse(404, 'not_found')
  const { form, codes } = failed ?? { form: 'absence', codes: {} }
  return page(WorkPage({ frame, view, own: subject.own, typed: failed === undefined ? {} : readTexts(raw), codes, form }), {
    status: failed === undefined ? 200 : 422,
  })
}

async function postAbsence(request: RouteRequest<unknown, unknown, unknown>, ctx: Context, subject: Subject): Promise<Reply> {
  const { raw, audit } = request
  audit({ objectType: 'officer', objectId: subject.officerId })
  const read = (name: 'from' | 'until') =>
    readDay({ day: readText(raw, `${name}Day`), month: readText(raw, `${name}Month`), year: readText(raw, `${name}Year`) })
  const [from, until] = [read('from'), read('until')]
  if (from === null || until === null)
    return showWork(request, ctx, subject, {
      form: 'absence',
      codes: { ...(from === null ? { from: 'date_unreal' } : {}), ...(until === null ? { until: 'date_unreal' } : {}) },
    })
  const entered = await enterAbsence(ctx, subject.officerId, { from, until, deputyId: readText(raw, 'deputy') || null })
  if (!entered.ok)
    return entered.error === 'not_found'
      ? refuse(404, 'not_found')
      : showWork(request, ctx, subject, {
          form: 'absence',
          codes: { [entered.error === 'deputy_unknown' ? 'deputy' : 'until']: entered.error },
        })
  audit({ details: { before: null, after: entered.value } })
  return redirect(homeOf(subject), { notice: 'accounts.notice.saved' })
}

async function postRemoval({ audit }: RouteRequest<unknown, unknown, unknown>, ctx: Context, subject: Subject, id: string): Promise<Reply> {
  audit({ objectType: 'officer', objectId: subject.officerId })
  if (!(await removeAbsence(ctx, subject.officerId, id)).ok) return refuse(404, 'not_found')
  return redirect(homeOf(subject), { notice: 'accounts.notice.saved' })
}

/** What officers can do and when they are away: for administrators, and each their own absence. */
export const workRoutes: readonly Route[] = [
  defineRoute({
    ...own,
    method: 'GET',
    path: ownHome,
    audit: { event: 'accounts.read_absence', done: false },
    handler: (request, ctx) => showWork(request, ctx, findOwn(ctx)),
  }),
  defineRoute({
    ...own,
    method: 'POST',
    path: ownHome,
    audit: { event: 'accounts.enter_absence', done: true },
    form: absenceForm,
    handler: (request, ctx) => postAbsence(request, ctx, findOwn(ctx)),
  }),
  defineRoute({
    ...own,
    method: 'POST',
    path: `${ownHome}/:absence/hapus`,
    audit: { event: 'accounts.remove_absence', done: true },
    params: ownAbsenceParams,
    handler: (request, ctx) => postRemoval(request, ctx, findOwn(ctx), request.params.absence),
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: adminHome,
    audit: { event: 'accounts.read_work', done: false },
    params: idParams,
    handler: (request, ctx) => showWork(request, ctx, { officerId: request.params.id, own: false }),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: adminHome,
    audit: { event: 'accounts.set_work', done: true },
    params: idParams,
    form: workForm,
    async handler({ form, params, audit }, ctx) {
      audit({ objectType: 'officer', objectId: params.id })
      if (!form.ok) return refuse(422, 'malformed')
      const set = await setWork(ctx, params.id, form.value)
      if (!set.ok) return refuse(404, 'not_found')
      audit({ details: set.value })
      return redirect(adminHome.replace(':id', params.id), { notice: 'accounts.notice.saved' })
    },
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${adminHome}/ketidakhadiran`,
    audit: { event: 'accounts.enter_absence', done: true },
    params: idParams,
    form: absenceForm,
    handler: (request, ctx) => postAbsence(request, ctx, { officerId: request.params.id, own: false }),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${adminHome}/:absence/hapus`,
    audit: { event: 'accounts.remove_absence', done: true },
    params: absenceParams,
    handler: (request, ctx) => postRemoval(request, ctx, { officerId: request.params.id, own: false }, request.params.absence),
  }),
]
