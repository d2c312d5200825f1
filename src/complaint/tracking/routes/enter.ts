import { defineRoute, page, type Reply, redirect, refuse } from '../../../platform/http/route.ts'
import { sayProblems } from '../../../ui/index.ts'
import { parseNumber } from '../../record/rules.ts'
import { closeTracking, keyholderCookie, openTracking, proveOwnership } from '../actions/enter.ts'
import { showStage } from '../actions/show.ts'
import { enterForm, noForm, numberQuery } from '../forms.ts'
import { EnterPage } from '../pages/enter-page.tsx'
import { LeftPage } from '../pages/left-page.tsx'
import { StagePage } from '../pages/stage-page.tsx'
import { enterUrl, urls } from '../urls.ts'

const enterPage = defineRoute({
  method: 'GET',
  path: urls.enter,
  audience: 'keyholder',
  permission: 'public',
  audit: { event: 'tracking.enter_page', done: false },
  query: numberQuery,
  async handler({ frame, query, cookies, sessionHash }) {
    const session = sessionHash !== null ? 'open' : cookies[keyholderCookie] === undefined ? 'none' : 'ended'
    const { nomor: number = '' } = query
    // Only the shape is judged here, without a look-up: a number brought along from the front page is told before a code is typed.
    const parsed = parseNumber(number)
    if (number === '' || parsed.ok) return page(EnterPage({ frame, problems: {}, number, session }))
    return page(EnterPage({ frame, problems: sayProblems(frame, { number: parsed.error }, 'tracking'), number, session }), { status: 422 })
  },
})

const enter = defineRoute({
  method: 'POST',
  path: urls.enter,
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'tracking.enter', done: true },
  freshVisit: true,
  form: enterForm,
  async handler({ form, frame, address, cookies, audit }, ctx): Promise<Reply> {
    const { number = '', accessCode = '' } = form.ok ? form.value : {}
    // Another language is asked for by an address: it takes the typed number along.
    const again = { ...frame, path: enterUrl(number) }
    const problemPage = (code: string): Reply =>
      page(EnterPage({ frame: again, problems: sayProblems(frame, { number: code }, 'tracking'), number, session: 'none' }), {
        status: 422,
        keep: true,
      })
    if (number === '') return problemPage('required')
    const proved = await proveOwnership(ctx, { number, accessCode, address })
    if (!proved.ok) {
      if (proved.error.code === 'too_many') return refuse(429, 'too_many', proved.error.retryAfterSeconds)
      return problemPage(proved.error.code)
    }
    audit({ objectType: 'ticket', objectId: proved.value })
    const token = await openTracking(ctx, proved.value, { byLink: false, before: cookies[keyholderCookie] })
    return redirect(urls.report, { cookies: [{ name: keyholderCookie, value: token }] })
  },
})

const stage = defineRoute({
  method: 'GET',
  path: urls.stage,
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'tracking.stage', done: false },
  query: numberQuery,
  async handler({ query, frame, address }, ctx): Promise<Reply> {
    const shown = await showStage(ctx, { number: query.nomor ?? '', address })
    if (shown.ok) return page(StagePage({ frame, ...shown.value }))
    if (shown.error.code === 'too_many') return refuse(429, 'too_many', shown.error.retryAfterSeconds)
    const { nomor: number = '' } = query
    const problems = sayProblems(frame, { nomor: number === '' ? 'required' : shown.error.code }, 'tracking')
    return page(EnterPage({ frame, problems, number, session: 'none' }), { status: 422 })
  },
})

const leave = defineRoute({
  method: 'POST',
  path: urls.leave,
  audience: 'keyholder',
  permission: 'public',
  audit: { event: 'tracking.leave', done: true },
  form: noForm,
  async handler({ sessionHash }, ctx) {
    await closeTracking(ctx, sessionHash)
    return redirect(urls.leave, { cookies: [{ name: keyholderCookie, value: null }], headers: { 'clear-site-data': '"*"' } })
  },
})

const left = defineRoute({
  method: 'GET',
  path: urls.leave,
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'tracking.left_page', done: false },
  static: true,
  async handler({ frame }) {
    return page(LeftPage({ frame }))
  },
})

export const enterRoutes = [enterPage, enter, stage, leave, left]
