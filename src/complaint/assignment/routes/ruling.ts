import type { Static } from 'typebox'
import { loadOffices } from '../../../access/accounts/index.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { tryOn } from '../actions/place.ts'
import { idParams, ruleForm, trialQuery } from '../forms.ts'
import { RulePage } from '../pages/rule-page.tsx'
import { RulesPage } from '../pages/rules-page.tsx'
import type { Choices, Option } from '../pages/views.ts'
import { loadAssignmentRules, loadQueues } from '../read.ts'
import type { AssignmentRule, Target, Trial } from '../rules.ts'
import { deleteRule, saveRule } from '../store.ts'
import { paths } from '../urls.ts'
import { loadChoices } from './choices.ts'

const admin = { audience: 'officer', permission: 'assignment.administer' } as const
type Form = Static<typeof ruleForm>
type Query = Static<typeof trialQuery>

/** The whole load counts, of which an administrator sees nothing: only who would get it is told. */
async function runTrial(ctx: Context, { kantor, kategori, bahasa = 'id', jenis = 'complaint' }: Query): Promise<Trial | null> {
  if (kantor === undefined || kategori === undefined) return null
  await ctx.tx.become(createSystemActor('assignment'))
  const trial = await tryOn(
    ctx,
    { officeId: kantor, category: kategori, language: bahasa, kind: jenis, restricted: false },
    { ticketId: null },
  )
  await ctx.tx.become(ctx.actor)
  return trial
}

async function showRules({ frame, query }: RouteRequest<unknown, Query>, ctx: Context): Promise<Reply> {
  const offices = await loadOffices(ctx.tx)
  const queues = (await loadQueues(ctx.tx)).map(({ id, name, officeId, memberIds, active }) => ({
    id,
    name,
    active,
    office: offices.find((office) => office.id === officeId)?.name ?? '',
    members: memberIds.length,
  }))
  const [rules, choices, trial] = [await loadAssignmentRules(ctx.tx), await loadChoices(ctx, frame), await runTrial(ctx, query)]
  return page(RulesPage({ frame, view: { rules, queues, choices, trial, asked: { ...query } } }))
}

/** A rule as its form shows it. */
function toTyped(rule: AssignmentRule): Readonly<Record<string, string>> {
  const { target } = rule
  const people = target.to === 'people' ? target : null
  return {
    name: rule.name,
    position: String(rule.position),
    active: rule.active ? '1' : '',
    office: rule.officeId ?? '',
    category: rule.category ?? '',
    language: rule.language ?? '',
    kind: rule.kind ?? '',
    target: target.to,
    skill: people?.skill ?? '',
    speaks: people?.speaks ? '1' : '',
    most: String(people?.most ?? ''),
    officer: target.to === 'person' ? target.officerId : '',
    queue: target.to === 'queue' ? target.queueId : '',
  }
}

/** Whom the form names; the field that is missing where it names nobody. */
function readTarget(form: Form): Target | 'officer' | 'queue' {
  if (form.target === 'person') return form.officer === undefined ? 'officer' : { to: 'person', officerId: form.officer }
  if (form.target === 'queue') return form.queue === undefined ? 'queue' : { to: 'queue', queueId: form.queue }
  return { to: 'people', skill: form.skill ?? null, speaks: form.speaks, most: form.most ?? null }
}

/** Fields that name what there is not. */
function findUnknown({ office, category }: Form, target: Target, choices: Choices): readonly string[] {
  const known = choices.categories.flatMap((each) => ('options' in each ? each.options : [each]))
  const lacks = (options: readonly Option[], wanted: string | undefined): boolean =>
    wanted !== undefined && !options.some(({ value }) => value === wanted)
  return [
    lacks(choices.offices, office) ? 'office' : null,
    lacks(known, category) ? 'category' : null,
    target.to === 'person' && lacks(choices.officers, target.officerId) ? 'officer' : null,
    target.to === 'queue' && lacks(choices.queues, target.queueId) ? 'queue' : null,
  ].filter((field) => field !== null)
}

async function postRule(request: RouteRequest<unknown, unknown, Form>, ctx: Context, before: AssignmentRule | null): Promise<Reply> {
  const { form, frame, raw, audit } = request
  const choices = await loadChoices(ctx, frame)
  const again = (codes: Readonly<Record<string, string>>) =>
    page(RulePage({ frame, id: before?.id ?? null, typed: readTexts(raw), codes, choices }), { status: 422 })
  if (!form.ok) return again(form.error)
  const target = readTarget(form.value)
  if (typeof target === 'string') return again({ [target]: 'choose' })
  const { name, position, active, office = null, category = null, language = null, kind = null } = form.value
  const unknown = findUnknown(form.value, target, choices)
  if (unknown.length > 0) return again(Object.fromEntries(unknown.map((field) => [field, 'choose'])))
  const rule: AssignmentRule = { id: before?.id ?? ctx.newId(), name, position, active, officeId: office, category, language, kind, target }
  await saveRule(ctx.tx, rule)
  audit({ objectType: 'assignment_rule', objectId: rule.id, details: { before, after: rule } })
  return redirect(paths.rules, { notice: 'assignment.notice.saved' })
}

async function findRule(ctx: Context, id: string): Promise<AssignmentRule | null> {
  return (await loadAssignmentRules(ctx.tx)).find((rule) => rule.id === id) ?? null
}

export const ruleRoutes: readonly Route[] = [
  defineRoute({
    ...admin,
    method: 'GET',
    path: paths.rules,
    audit: { event: 'assignment.list', done: false },
    query: trialQuery,
    handler: showRules,
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: paths.newRule,
    audit: { event: 'assignment.read_rule', done: false },
    handler: async ({ frame }, ctx) => {
      const last = (await loadAssignmentRules(ctx.tx)).at(-1)?.position ?? 0
      const typed = { position: String(last + 10), active: '1' }
      return page(RulePage({ frame, id: null, typed, codes: {}, choices: await loadChoices(ctx, frame) }))
    },
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: paths.newRule,
    audit: { event: 'assignment.save_rule', done: true },
    form: ruleForm,
    handler: (request, ctx) => postRule(request, ctx, null),
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: paths.rule,
    audit: { event: 'assignment.read_rule', done: false },
    params: idParams,
    handler: async ({ frame, params }, ctx) => {
      const rule = await findRule(ctx, params.id)
      if (rule === null) return refuse(404, 'not_found')
      return page(RulePage({ frame, id: rule.id, typed: toTyped(rule), codes: {}, choices: await loadChoices(ctx, frame) }))
    },
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: paths.rule,
    audit: { event: 'assignment.save_rule', done: true },
    params: idParams,
    form: ruleForm,
    handler: async (request, ctx) => {
      const rule = await findRule(ctx, request.params.id)
      return rule === null ? refuse(404, 'not_found') : postRule(request, ctx, rule)
    },
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${paths.rule}/hapus`,
    audit: { event: 'assignment.delete_rule', done: true },
    params: idParams,
    handler: async ({ params, audit }, ctx) => {
      audit({ objectType: 'assignment_rule', objectId: params.id, details: { before: await findRule(ctx, params.id), after: null } })
      if (!(await deleteRule(ctx.tx, params.id))) return refuse(404, 'not_found')
      return redirect(paths.rules, { notice: 'assignment.notice.deleted' })
    },
  }),
]
