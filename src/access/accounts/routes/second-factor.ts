import QRCode from 'qrcode'
import type { Context } from '../../../platform/context.ts'
import { readText } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { type Enrolment, enrol, leaveSecondFactor, proposeSecret, repeatSecret } from '../actions/second-factor.ts'
import { officerCookie } from '../actions/sessions.ts'
import { enrolForm, leaveForm } from '../forms.ts'
import { EnrolPage, LeavePage } from '../pages/second-factor.tsx'
import { loadAccount } from '../read/account.ts'
import { aliveSince } from '../rules/sessions.ts'
import { readOwn } from './own.ts'

const own = { audience: 'officer', permission: 'account.own' } as const
const problemFields: Readonly<Record<string, string>> = { wrong_code: 'code', wrong_password: 'password', held_up: 'password' }

type Codes = Readonly<Record<string, string>>

async function showEnrolment(request: Pick<RouteRequest, 'frame'>, enrolment: Enrolment, codes: Codes = {}): Promise<Reply> {
  const drawing = await QRCode.toString(enrolment.uri, { type: 'svg', margin: 2, errorCorrectionLevel: 'M' })
  const node = EnrolPage({ frame: request.frame, secret: enrolment.secret, seal: enrolment.sealed, drawing, codes })
  return Object.keys(codes).length === 0 ? page(node) : page(node, { status: 422, keep: true })
}

async function postEnrolment(
  request: RouteRequest<unknown, unknown, { seal: string; code: string; password: string }>,
  ctx: Context,
): Promise<Reply> {
  const who = readOwn(request, ctx)
  const view = await loadAccount(ctx.tx, who.officerId, who.sessionHash, aliveSince(ctx.now))
  if (view === null) return refuse(404, 'not_found')
  request.audit({ objectType: 'officer', objectId: who.officerId })
  const offered = repeatSecret(ctx, view, readText(request.raw, 'seal'))
  if (!request.form.ok) return showEnrolment(request, offered, request.form.error)
  const { seal, code, password } = request.form.value
  const result = await enrol(ctx, who, { sealed: seal, code, password })
  if (!result.ok) return showEnrolment(request, offered, { [problemFields[result.error] ?? 'code']: result.error })
  return redirect('/petugas/akun', { notice: 'accounts.notice.enrolled', cookies: [{ name: officerCookie, value: result.value }] })
}

async function postLeave(request: RouteRequest<unknown, unknown, { password: string }>, ctx: Context): Promise<Reply> {
  const { form, frame } = request
  const who = readOwn(request, ctx)
  request.audit({ objectType: 'officer', objectId: who.officerId })
  if (!form.ok) return page(LeavePage({ frame, codes: form.error }), { status: 422 })
  const result = await leaveSecondFactor(ctx, who, form.value.password)
  if (!result.ok) return page(LeavePage({ frame, codes: { password: result.error } }), { status: 422, keep: true })
  return redirect('/petugas/akun', { notice: 'accounts.notice.second_factor_off', cookies: [{ name: officerCookie, value: result.value }] })
}

export const secondFactorRoutes: readonly Route[] = [
  defineRoute({
    ...own,
    method: 'GET',
    path: '/petugas/akun/kode',
    audit: { event: 'accounts.enrol_form', done: false },
    async handler(request, ctx) {
      const { officerId, sessionHash } = readOwn(request, ctx)
      const view = await loadAccount(ctx.tx, officerId, sessionHash, aliveSince(ctx.now))
      if (view === null) return refuse(404, 'not_found')
      return view.secondFactor ? page(LeavePage({ frame: request.frame, codes: {} })) : showEnrolment(request, proposeSecret(ctx, view))
    },
  }),
  defineRoute({
    ...own,
    method: 'POST',
    path: '/petugas/akun/kode',
    audit: { event: 'accounts.enrol', done: true },
    form: enrolForm,
    handler: postEnrolment,
  }),
  defineRoute({
    ...own,
    method: 'POST',
    path: '/petugas/akun/kode/lepas',
    audit: { event: 'accounts.leave_second_factor', done: true },
    form: leaveForm,
    handler: postLeave,
  }),
]
