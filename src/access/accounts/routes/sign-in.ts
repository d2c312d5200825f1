import type { Context } from '../../../platform/context.ts'
import { readText } from '../../../platform/http/input.ts'
import { localeCookie } from '../../../platform/http/locale.ts'
import {
  type AuditNote,
  defineRoute,
  page,
  type Reply,
  type Route,
  type RouteRequest,
  redirect,
  refuse,
} from '../../../platform/http/route.ts'
import { endSession, officerCookie } from '../actions/sessions.ts'
import { isSecondStepOpen, passSecondStep, type SignInRefusal, type SignInStep, signIn } from '../actions/sign-in.ts'
import { codeForm, codeQuery, signInForm, signInQuery } from '../forms.ts'
import { CodePage, SignInPage } from '../pages/sign-in.tsx'
import { homeOf, readReturnPath } from '../rules/paths.ts'
import { readOrigin } from './origin.ts'

/** Carries half a sign-in to its second step. */
const stepCookie = 'langkah'
const stepSeconds = 600
const year = 31_536_000

function noteOf(step: SignInStep): AuditNote {
  const { actor } = step
  return { actor, objectType: 'officer', ...(actor.id === null ? {} : { objectId: actor.id }), details: { next: step.next } }
}

function noteOfRefusal(refusal: SignInRefusal): AuditNote {
  return { objectType: 'officer', reason: refusal.detail, ...(refusal.officerId === null ? {} : { objectId: refusal.officerId }) }
}

function letIn(step: SignInStep, back: string | null): Reply {
  const wait = back === null ? '' : `?kembali=${encodeURIComponent(back)}`
  switch (step.next) {
    case 'console':
      return redirect(back ?? homeOf(step.actor.permissions), {
        cookies: [
          { name: officerCookie, value: step.token },
          { name: stepCookie, value: null },
          { name: localeCookie, value: step.language, maxAge: year },
        ],
      })
    case 'code':
      return redirect(`/petugas/masuk/kode${wait}`, { cookies: [{ name: stepCookie, value: step.challenge, maxAge: stepSeconds }] })
    case 'new_password':
      return redirect(`/petugas/sandi/${step.challenge}`, {
        notice: 'accounts.notice.weak_password',
        cookies: [{ name: stepCookie, value: null }],
      })
  }
}

async function postSignIn(
  request: RouteRequest<unknown, unknown, { email: string; password: string; kembali?: string }>,
  ctx: Context,
): Promise<Reply> {
  const { form, frame, raw } = request
  request.audit({ address: request.address })
  const back = readReturnPath(readText(raw, 'kembali'))
  const view = { email: readText(raw, 'email'), back }
  if (!form.ok) return page(SignInPage({ frame, ...view, codes: form.error, failed: false, signedOut: false }), { status: 422 })
  const result = await signIn(ctx, form.value, readOrigin(request))
  if (result.ok) {
    request.audit(noteOf(result.value))
    return letIn(result.value, back)
  }
  request.audit(noteOfRefusal(result.error))
  if (result.error.problem === 'wait') return refuse(429, 'too_many_sign_ins', result.error.retryAfterSeconds)
  return page(SignInPage({ frame, ...view, codes: {}, failed: true, signedOut: false }), { status: 422, keep: true })
}

async function postCode(request: RouteRequest<unknown, unknown, { code: string; kembali?: string }>, ctx: Context): Promise<Reply> {
  const { form, frame, raw, cookies } = request
  request.audit({ address: request.address })
  const back = readReturnPath(readText(raw, 'kembali'))
  if (!form.ok) return page(CodePage({ frame, back, codes: form.error }), { status: 422 })
  const result = await passSecondStep(ctx, cookies[stepCookie] ?? '', form.value.code, readOrigin(request))
  if (result.ok) {
    request.audit(noteOf(result.value))
    return letIn(result.value, back)
  }
  request.audit(noteOfRefusal(result.error))
  if (result.error.problem !== 'wrong')
    return redirect('/petugas/masuk', { notice: 'accounts.notice.expired', cookies: [{ name: stepCookie, value: null }] })
  return page(CodePage({ frame, back, codes: { code: 'wrong_code' } }), { status: 422, keep: true })
}

export const signInRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/petugas/masuk',
    audience: 'visitor',
    permission: 'public',
    audit: { event: 'accounts.sign_in_form', done: false },
    query: signInQuery,
    handler: async ({ frame, query }) =>
      page(
        SignInPage({ frame, email: '', back: readReturnPath(query.kembali), codes: {}, failed: false, signedOut: query.keluar === 'ya' }),
      ),
  }),
  defineRoute({
    method: 'POST',
    path: '/petugas/masuk',
    audience: 'visitor',
    permission: 'public',
    audit: { event: 'accounts.sign_in', done: true },
    form: signInForm,
    handler: postSignIn,
  }),
  defineRoute({
    method: 'GET',
    path: '/petugas/masuk/kode',
    audience: 'visitor',
    permission: 'public',
    audit: { event: 'accounts.second_step_form', done: false },
    query: codeQuery,
    async handler({ frame, query, cookies }, ctx) {
      if (!(await isSecondStepOpen(ctx, cookies[stepCookie] ?? ''))) return redirect('/petugas/masuk')
      return page(CodePage({ frame, back: readReturnPath(query.kembali), codes: {} }))
    },
  }),
  defineRoute({
    method: 'POST',
    path: '/petugas/masuk/kode',
    audience: 'visitor',
    permission: 'public',
    audit: { event: 'accounts.second_step', done: true },
    form: codeForm,
    handler: postCode,
  }),
  defineRoute({
    method: 'POST',
    path: '/petugas/keluar',
    audience: 'officer',
    permission: 'account.own',
    audit: { event: 'accounts.sign_out', done: true },
    async handler({ sessionHash }, ctx) {
      if (sessionHash !== null) await endSession(ctx, sessionHash)
      // The browser forgets all it kept of the console, also what the Back button would show (acceptance H3).
      return redirect('/petugas/masuk?keluar=ya', {
        headers: { 'clear-site-data': '"cache", "cookies", "storage"' },
        cookies: [{ name: officerCookie, value: null }],
      })
    },
  }),
]
