import type { Context } from '../../../platform/context.ts'
import { localeCookie } from '../../../platform/http/locale.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { setOwnLanguage } from '../actions/officers.ts'
import { changeOwnPassword } from '../actions/passwords.ts'
import { endOwnSession, endSessions, officerCookie } from '../actions/sessions.ts'
import { changePasswordForm, idParams, languageForm } from '../forms.ts'
import { AccountPage } from '../pages/account.tsx'
import { loadAccount } from '../read/account.ts'
import { aliveSince } from '../rules/sessions.ts'
import { readOwn } from './own.ts'

type Codes = Readonly<Record<string, string>>

/** The account page, again with what was wrong in one of its forms. */
export async function showAccount(
  request: Pick<RouteRequest, 'frame' | 'sessionHash'>,
  ctx: Context,
  codes: Codes = {},
  keep = false,
): Promise<Reply> {
  const { officerId } = readOwn(request, ctx)
  const view = await loadAccount(ctx.tx, officerId, request.sessionHash, aliveSince(ctx.now))
  if (view === null) return refuse(404, 'not_found')
  const node = AccountPage({ frame: request.frame, view, codes })
  return Object.keys(codes).length === 0 ? page(node) : page(node, { status: 422, keep })
}

const own = { audience: 'officer', permission: 'account.own' } as const
const home = '/petugas/akun'

async function postPassword(
  request: RouteRequest<unknown, unknown, { present: string; next: string; again: string }>,
  ctx: Context,
): Promise<Reply> {
  const { form } = request
  const who = readOwn(request, ctx)
  request.audit({ objectType: 'officer', objectId: who.officerId })
  if (!form.ok) return showAccount(request, ctx, form.error)
  if (form.value.next !== form.value.again) return showAccount(request, ctx, { again: 'differs' })
  const result = await changeOwnPassword(ctx, who, form.value)
  if (result.ok)
    return redirect(home, { notice: 'accounts.notice.password_changed', cookies: [{ name: officerCookie, value: result.value }] })
  const wrong = result.error === 'wrong_password' || result.error === 'held_up'
  return showAccount(request, ctx, { [wrong ? 'present' : 'next']: result.error }, wrong)
}

export const accountRoutes: readonly Route[] = [
  defineRoute({
    ...own,
    method: 'GET',
    path: home,
    audit: { event: 'accounts.read_account', done: false },
    handler: (request, ctx) => showAccount(request, ctx),
  }),
  defineRoute({
    ...own,
    method: 'POST',
    path: '/petugas/akun/bahasa',
    audit: { event: 'accounts.change_language', done: true },
    form: languageForm,
    async handler(request, ctx) {
      if (!request.form.ok) return showAccount(request, ctx, request.form.error)
      const { officerId } = readOwn(request, ctx)
      const { language } = request.form.value
      await setOwnLanguage(ctx, officerId, language)
      request.audit({ objectType: 'officer', objectId: officerId, details: { language } })
      return redirect(home, { notice: 'accounts.notice.saved', cookies: [{ name: localeCookie, value: language, maxAge: 31_536_000 }] })
    },
  }),
  defineRoute({
    ...own,
    method: 'POST',
    path: '/petugas/akun/sandi',
    audit: { event: 'accounts.change_password', done: true },
    form: changePasswordForm,
    handler: postPassword,
  }),
  defineRoute({
    ...own,
    method: 'POST',
    path: '/petugas/akun/perangkat/:id/akhiri',
    audit: { event: 'accounts.end_session', done: true },
    params: idParams,
    async handler(request, ctx) {
      if (!(await endOwnSession(ctx, readOwn(request, ctx).officerId, request.params.id))) return refuse(404, 'not_found')
      request.audit({ objectType: 'session', objectId: request.params.id })
      return redirect(home, { notice: 'accounts.notice.session_ended' })
    },
  }),
  defineRoute({
    ...own,
    method: 'POST',
    path: '/petugas/akun/perangkat/akhiri-lain',
    audit: { event: 'accounts.end_sessions', done: true },
    async handler(request, ctx) {
      const { officerId, sessionHash } = readOwn(request, ctx)
      request.audit({ objectType: 'officer', objectId: officerId, details: { ended: await endSessions(ctx, officerId, sessionHash) } })
      return redirect(home, { notice: 'accounts.notice.sessions_ended' })
    },
  }),
]
