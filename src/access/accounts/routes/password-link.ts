import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { findPasswordLink, setPasswordByLink } from '../actions/passwords.ts'
import { newPasswordForm, tokenParams } from '../forms.ts'
import { NewPasswordPage } from '../pages/new-password.tsx'

type Request = RouteRequest<{ token: string }, unknown, { next: string; again: string }>

async function postNewPassword({ params, form, frame, audit, address }: Request, ctx: Context): Promise<Reply> {
  const officer = await findPasswordLink(ctx, params.token)
  if (officer === null) return refuse(410, 'link_expired')
  audit({ address, objectType: 'officer', objectId: officer.id })
  const administrator = officer.roles.some(({ role }) => role === 'administrator')
  const again = (codes: Readonly<Record<string, string>>) =>
    page(NewPasswordPage({ frame, token: params.token, name: officer.name, email: officer.email, administrator, codes }), { status: 422 })
  if (!form.ok) return again(form.error)
  if (form.value.next !== form.value.again) return again({ again: 'differs' })
  const result = await setPasswordByLink(ctx, params.token, form.value.next)
  if (!result.ok) return result.error === 'link_expired' ? refuse(410, 'link_expired') : again({ next: result.error })
  audit({ actor: result.value })
  return redirect('/petugas/masuk', { notice: 'accounts.notice.password_set' })
}

export const passwordLinkRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/petugas/sandi/:token',
    audience: 'visitor',
    permission: 'public',
    audit: { event: 'accounts.password_link', done: false },
    params: tokenParams,
    async handler({ params, frame }, ctx) {
      const officer = await findPasswordLink(ctx, params.token)
      if (officer === null) return refuse(410, 'link_expired')
      const administrator = officer.roles.some(({ role }) => role === 'administrator')
      return page(NewPasswordPage({ frame, token: params.token, name: officer.name, email: officer.email, administrator, codes: {} }))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/petugas/sandi/:token',
    audience: 'visitor',
    permission: 'public',
    audit: { event: 'accounts.set_password', done: true },
    params: tokenParams,
    form: newPasswordForm,
    handler: postNewPassword,
  }),
]
