import type { Assignment, Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { endSessionsOf, renewPassword, resetSecondFactor, setRoles, switchOfficer } from '../actions/officers.ts'
import { officerCookie } from '../actions/sessions.ts'
import { idParams, rolesForm, switchForm } from '../forms.ts'
import { LinkPage } from '../pages/link.tsx'
import { loadOfficerById } from '../store/officers.ts'
import { showOfficer } from './officers.ts'

const admin = { audience: 'officer', permission: 'officer.administer', params: idParams, method: 'POST' } as const
const one = '/petugas/admin/petugas/:id'

type Request<Form = unknown> = RouteRequest<{ id: string }, unknown, Form>

function backTo(id: string, notice: string, token: string | null = null): Reply {
  return redirect(`/petugas/admin/petugas/${id}`, {
    notice: `accounts.notice.${notice}`,
    cookies: token === null ? [] : [{ name: officerCookie, value: token }],
  })
}

/** The ticks of the table, `role@office`, and those of the line for one more unit. */
function readAssignments(form: { held: readonly string[]; office?: string; added: readonly string[] }): Assignment[] {
  const office = form.office
  const pairs = new Set([...form.held, ...(office === undefined ? [] : form.added.map((role) => `${role}@${office}`))])
  return [...pairs].map((pair) => {
    const [role = '', officeId = ''] = pair.split('@')
    return { role, officeId }
  })
}

async function postRoles(request: Request<{ held: string[]; office?: string; added: string[] }>, ctx: Context): Promise<Reply> {
  const { form, params, audit, sessionHash } = request
  audit({ objectType: 'officer', objectId: params.id })
  if (!form.ok) return showOfficer(request, ctx, params.id, { roles: 'malformed' })
  if (form.value.added.length > 0 && form.value.office === undefined) return showOfficer(request, ctx, params.id, { office: 'choose' })
  const result = await setRoles(ctx, params.id, readAssignments(form.value), sessionHash)
  if (!result.ok)
    return result.error === 'not_found' ? refuse(404, 'not_found') : showOfficer(request, ctx, params.id, { roles: result.error })
  const { token, ...change } = result.value
  audit({ details: change })
  return backTo(params.id, 'roles_saved', token)
}

async function postSwitch(request: Request<{ active: boolean }>, ctx: Context): Promise<Reply> {
  const { form, params, audit } = request
  audit({ objectType: 'officer', objectId: params.id })
  const active = form.ok && form.value.active
  const result = await switchOfficer(ctx, params.id, active)
  if (!result.ok)
    return result.error === 'not_found' ? refuse(404, 'not_found') : showOfficer(request, ctx, params.id, { active: result.error })
  audit({ details: result.value })
  return backTo(params.id, active ? 'officer_on' : 'officer_off')
}

async function postRenewal(request: Request, ctx: Context): Promise<Reply> {
  const { params, audit, frame } = request
  audit({ objectType: 'officer', objectId: params.id })
  const officer = await loadOfficerById(ctx.tx, params.id)
  const result = await renewPassword(ctx, params.id)
  if (!result.ok)
    return result.error === 'not_found' ? refuse(404, 'not_found') : showOfficer(request, ctx, params.id, { link: result.error })
  return page(
    LinkPage({
      frame,
      id: params.id,
      name: officer?.name ?? '',
      link: `${ctx.settings.publicUrl}/petugas/sandi/${result.value.link}`,
      created: false,
    }),
  )
}

export const officerVerbRoutes: readonly Route[] = [
  defineRoute({ ...admin, path: `${one}/peran`, audit: { event: 'accounts.set_roles', done: true }, form: rolesForm, handler: postRoles }),
  defineRoute({
    ...admin,
    path: `${one}/keadaan`,
    audit: { event: 'accounts.switch_officer', done: true },
    form: switchForm,
    handler: postSwitch,
  }),
  defineRoute({ ...admin, path: `${one}/sandi`, audit: { event: 'accounts.renew_password', done: true }, handler: postRenewal }),
  defineRoute({
    ...admin,
    path: `${one}/kode`,
    audit: { event: 'accounts.reset_second_factor', done: true },
    async handler({ params, audit }, ctx) {
      const result = await resetSecondFactor(ctx, params.id)
      if (!result.ok) return refuse(404, 'not_found')
      audit({ objectType: 'officer', objectId: params.id, details: result.value })
      return backTo(params.id, 'second_factor_reset')
    },
  }),
  defineRoute({
    ...admin,
    path: `${one}/sesi`,
    audit: { event: 'accounts.end_officer_sessions', done: true },
    async handler({ params, audit, sessionHash }, ctx) {
      const result = await endSessionsOf(ctx, params.id, sessionHash)
      if (!result.ok) return refuse(404, 'not_found')
      audit({ objectType: 'officer', objectId: params.id, details: result.value })
      return backTo(params.id, 'sessions_ended')
    },
  }),
]
