import type { Static } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect } from '../../../platform/http/route.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { addRuleVersion } from '../actions/rule-version.ts'
import { ruleForm } from '../forms.ts'
import { TimeRulesPage } from '../pages/time-rules-page.tsx'
import { composeCalendar, listBindings, localDate, readRuleChange, reviewRules, rulesInForce, type TypedRule } from '../rules.ts'
import { loadRules } from '../store/rule-pack.ts'

export const timeRulesPath = '/petugas/admin/aturan-waktu'
const admin = { audience: 'officer', permission: 'calendar.administer' } as const

type Again = { readonly typed: Readonly<Record<string, string>>; readonly problems: Readonly<Record<string, string>> }

async function showRules(request: Pick<RouteRequest, 'frame'>, ctx: Context, again?: Again): Promise<Reply> {
  const facts = await loadRules(ctx.tx)
  // The directorate's day: a unit's own days off move single dates, not which rule is the shorter one.
  const calendar = composeCalendar(facts, { timeZone: defaultTimeZone, province: null })
  const today = localDate(ctx.now, defaultTimeZone).toString()
  return page(
    TimeRulesPage({
      frame: request.frame,
      inForce: rulesInForce(facts.versions, today),
      coming: facts.versions.filter(({ validFrom }) => validFrom > today),
      bindings: listBindings(facts.versions, calendar, today),
      findings: reviewRules(facts.versions, calendar, today),
      typed: again?.typed ?? {},
      codes: again?.problems ?? {},
    }),
    again === undefined ? {} : { status: 422 },
  )
}

async function add(request: RouteRequest<unknown, unknown, Static<typeof ruleForm>>, ctx: Context): Promise<Reply> {
  const typed = readTexts(request.raw)
  if (!request.form.ok) return showRules(request, ctx, { typed, problems: request.form.error })
  const { versions } = await loadRules(ctx.tx)
  const change = readRuleChange(request.form.value as TypedRule, versions, localDate(ctx.now, defaultTimeZone).toString())
  if (!change.ok) return showRules(request, ctx, { typed, problems: { [change.error.field]: change.error.code } })
  const { version } = await addRuleVersion(ctx, change.value)
  request.audit({ objectType: 'calendar', details: { ...change.value, version } })
  return redirect(timeRulesPath, { notice: 'deadlines.rules.saved' })
}

export const timeRuleRoutes: readonly Route[] = [
  defineRoute({
    ...admin,
    method: 'GET',
    path: timeRulesPath,
    audit: { event: 'calendar.rules_read', done: false },
    handler: (request, ctx) => showRules(request, ctx),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: timeRulesPath,
    audit: { event: 'calendar.rule_added', done: true },
    form: ruleForm,
    handler: add,
  }),
]
