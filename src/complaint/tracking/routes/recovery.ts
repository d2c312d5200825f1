import { looksLikeEmail } from '../../../access/confidentiality/rules.ts'
import { defineRoute, page, type Reply, redirect, refuse } from '../../../platform/http/route.ts'
import { sayProblems } from '../../../ui/index.ts'
import { parseNumber } from '../../record/rules.ts'
import { keyholderCookie, openTracking } from '../actions/enter.ts'
import { redeemLink, requestRecovery } from '../actions/recover.ts'
import { noForm, recoveryForm, tokenParams } from '../forms.ts'
import { RecoveryConfirmPage, RecoveryExpiredPage, RecoveryPage, RecoverySentPage } from '../pages/recovery-pages.tsx'
import { urls } from '../urls.ts'

const recoveryPage = defineRoute({
  method: 'GET',
  path: urls.recovery,
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'tracking.recovery_page', done: false },
  static: true,
  async handler({ frame }) {
    return page(RecoveryPage({ frame, problems: {}, number: '', email: '' }))
  },
})

function findProblems(number: string, email: string): Record<string, string> {
  const parsed = parseNumber(number)
  return {
    ...(number === '' ? { number: 'required' } : parsed.ok ? {} : { number: parsed.error }),
    ...(email === '' ? { email: 'required' } : looksLikeEmail(email) ? {} : { email: 'malformed' }),
  }
}

const recovery = defineRoute({
  method: 'POST',
  path: urls.recovery,
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'tracking.recovery_requested', done: true },
  freshVisit: true,
  form: recoveryForm,
  async handler({ form, frame, address }, ctx): Promise<Reply> {
    const { number = '', email = '' } = form.ok ? form.value : {}
    const problems = findProblems(number, email)
    const parsed = parseNumber(number)
    if (!parsed.ok || Object.keys(problems).length > 0) {
      return page(RecoveryPage({ frame, problems: sayProblems(frame, problems, 'tracking'), number, email }), { status: 422 })
    }
    const requested = await requestRecovery(ctx, { number: parsed.value, email, address })
    return requested.ok ? page(RecoverySentPage({ frame })) : refuse(429, 'too_many', requested.error.retryAfterSeconds)
  },
})

const confirmPage = defineRoute({
  method: 'GET',
  path: `${urls.recovery}/:token`,
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'tracking.link_page', done: false },
  params: tokenParams,
  static: true,
  async handler({ frame, params }) {
    return page(RecoveryConfirmPage({ frame, token: params.token }))
  },
})

const useLink = defineRoute({
  method: 'POST',
  path: `${urls.recovery}/:token`,
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'tracking.link_used', done: true },
  params: tokenParams,
  form: noForm,
  async handler({ params, frame, cookies, audit }, ctx): Promise<Reply> {
    const ticketId = await redeemLink(ctx, params.token)
    if (ticketId === null) return page(RecoveryExpiredPage({ frame: { ...frame, path: urls.recovery } }), { status: 410 })
    audit({ objectType: 'ticket', objectId: ticketId })
    const token = await openTracking(ctx, ticketId, { byLink: true, before: cookies[keyholderCookie] })
    return redirect(urls.report, { cookies: [{ name: keyholderCookie, value: token }] })
  },
})

export const recoveryRoutes = [recoveryPage, recovery, confirmPage, useLink]
