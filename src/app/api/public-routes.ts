import Type from 'typebox'
import { loadOfficeByCode, loadOffices } from '../../access/accounts/index.ts'
import { composeKeyholder } from '../../access/accounts/rules.ts'
import { writeAsComplainant } from '../../complaint/conversation/index.ts'
import { submitReport } from '../../complaint/intake/index.ts'
import { loadCategories } from '../../complaint/record/index.ts'
import { publicStage } from '../../complaint/record/rules.ts'
import { type ProofProblem, proveOwnership, type ReportView, showReport, showStage } from '../../complaint/tracking/index.ts'
import type { Context } from '../../platform/context.ts'
import { defineRoute, json, type Reply, type Route, type RouteRequest } from '../../platform/http/route.ts'
import { countOne, type Limit } from '../../platform/limits.ts'
import { err, ok, type Result } from '../../platform/result.ts'
import { answerFaults, answerProblem } from './answers.ts'
import { examples } from './examples.ts'
import { categoryList, messageForm, officeList, proofForm, stageAnswer, submitForm, submitted, tracked, written } from './forms.ts'

/** As many as a shared address of the form may send (intake), since both doors lead to one desk. */
const byAddress: Limit = { name: 'api-submit', most: 20, minutes: 60 }

const submit = defineRoute({
  method: 'POST',
  path: '/api/v1/tickets',
  audience: 'api',
  permission: 'public',
  audit: { event: 'ticket.submitted', done: true },
  form: submitForm,
  api: {
    id: 'sendReport',
    summary: 'Send a report',
    response: submitted,
    // 200: sent before under the same key.
    status: [201, 200],
    example: examples.sendReport,
    refusals: { 429: 'too_many' },
  },
  async handler(request, ctx) {
    if (!request.form.ok) return answerFaults(request, request.form.error)
    const input = request.form.value
    const limit = await countOne(ctx, byAddress, request.address)
    if (limit.over) return answerProblem(request, { status: 429, code: 'too_many', keep: true, retryAfterSeconds: limit.retryAfterSeconds })
    const office = input.office === undefined ? null : await loadOfficeByCode(ctx.tx, input.office)
    if (input.office !== undefined && office === null) return answerFaults(request, { office: 'unknown' })
    const accusedOffice = input.accusedOffice === undefined ? null : await loadOfficeByCode(ctx.tx, input.accusedOffice)
    if (input.accusedOffice !== undefined && accusedOffice === null) return answerFaults(request, { accusedOffice: 'unknown' })
    const receipt = await submitReport(ctx, {
      kind: input.kind,
      category: input.category,
      officeId: office?.id ?? null,
      text: input.text,
      wish: input.wish ?? '',
      happenedOn: input.happenedOn ?? null,
      happenedAt: input.happenedAt ?? '',
      relation: input.relation ?? null,
      accused: input.accused ?? '',
      accusedOfficeIds: accusedOffice === null ? [] : [accusedOffice.id],
      anonymous: input.anonymous ?? false,
      secret: input.secret ?? false,
      unidentified: input.unidentified ?? false,
      contact: { name: input.name ?? '', email: input.email ?? '', phone: input.phone ?? '' },
      channel: 'api',
      language: input.language ?? 'id',
      files: [],
      idempotencyKey: `api:${input.idempotencyKey}`,
    })
    if (!receipt.ok) return answerProblem(request, { status: 422, code: receipt.error })
    const { id, number, accessCode, repeated, submittedAt, promises } = receipt.value
    request.audit({ objectType: 'ticket', objectId: id })
    return json(
      { number, accessCode, repeated, submittedAt, promises: promises.map(({ kind, dueAt, law }) => ({ kind, dueAt, law })) },
      { status: repeated ? 200 : 201 },
    )
  },
})

const stage = defineRoute({
  method: 'GET',
  path: '/api/v1/tickets/:number/stage',
  audience: 'api',
  permission: 'public',
  audit: { event: 'ticket.stage_seen', done: false },
  params: Type.Object({ number: Type.String({ maxLength: 40, description: 'Ticket number', examples: ['26-4839-2075-C'] }) }),
  api: {
    id: 'readStage',
    summary: 'Public stage of a number',
    response: stageAnswer,
    example: examples.readStage,
    refusals: { 422: 'number_mistyped', 429: 'too_many' },
  },
  async handler(request, ctx) {
    const shown = await showStage(ctx, { number: request.params.number, address: request.address })
    if (shown.ok) return json(shown.value)
    return answerProblem(request, { ...shown.error, status: shown.error.code === 'too_many' ? 429 : 422, keep: true })
  },
})

function answerProof(request: RouteRequest, problem: ProofProblem): Reply {
  if (problem.code === 'too_many') return answerProblem(request, { ...problem, status: 429, keep: true })
  return answerProblem(request, { status: problem.code === 'no_match' ? 404 : 422, code: problem.code, keep: true })
}

/** The rest of the transaction as the complainant whose number and code were right. */
async function enter(
  request: RouteRequest,
  ctx: Context,
  proof: { readonly number: string; readonly accessCode: string },
): Promise<Result<{ ctx: Context; ticketId: string }, Reply>> {
  const ticketId = await proveOwnership(ctx, { ...proof, address: request.address })
  if (!ticketId.ok) return err(answerProof(request, ticketId.error))
  const actor = composeKeyholder(ticketId.value)
  await ctx.tx.become(actor)
  request.audit({ actor, objectType: 'ticket', objectId: ticketId.value })
  return ok({ ctx: { ...ctx, actor }, ticketId: ticketId.value })
}

function toTracked(view: ReportView): object {
  return {
    number: view.number,
    stage: publicStage(view.state),
    submittedAt: view.submittedAt,
    office: view.officeName,
    promises: view.promises.map(({ kind, dueAt, law }) => ({ kind, dueAt, law })),
    timeline: view.timeline.map(({ at, key }) => ({ at, event: key })),
    messages: view.messages.map(({ id, at, by, kind, body, answer }) => ({ id, at, by, kind, body, answer })),
  }
}

const track = defineRoute({
  method: 'POST',
  path: '/api/v1/track',
  audience: 'api',
  permission: 'public',
  audit: { event: 'ticket.tracked', done: true },
  form: proofForm,
  api: {
    id: 'trackReport',
    summary: 'Follow a report with number and access code',
    response: tracked,
    example: examples.trackReport,
    refusals: { 404: 'no_match', 429: 'too_many' },
  },
  async handler(request, ctx) {
    if (!request.form.ok) return answerFaults(request, request.form.error)
    const entered = await enter(request, ctx, request.form.value)
    if (!entered.ok) return entered.error
    const view = await showReport(entered.value.ctx, entered.value.ticketId, null)
    return view === null ? answerProblem(request, { status: 404, code: 'no_match' }) : json(toTracked(view))
  },
})

const write = defineRoute({
  method: 'POST',
  path: '/api/v1/track/messages',
  audience: 'api',
  permission: 'public',
  audit: { event: 'ticket.complainant_wrote', done: true },
  form: messageForm,
  api: {
    id: 'writeMessage',
    summary: 'Write to the office about a report',
    response: written,
    status: 201,
    example: examples.writeMessage,
    refusals: { 404: 'no_match', 409: 'conversation_ended', 429: 'too_many' },
  },
  async handler(request, ctx) {
    if (!request.form.ok) return answerFaults(request, request.form.error)
    const entered = await enter(request, ctx, request.form.value)
    if (!entered.ok) return entered.error
    const message = await writeAsComplainant(entered.value.ctx, entered.value.ticketId, { body: request.form.value.body })
    return message.ok
      ? json({ id: message.value.messageId }, { status: 201 })
      : answerProblem(request, { status: 409, code: message.error })
  },
})

const categories = defineRoute({
  method: 'GET',
  path: '/api/v1/categories',
  audience: 'api',
  permission: 'public',
  audit: { event: 'category.listed', done: false },
  api: { id: 'listCategories', summary: 'Categories', response: categoryList, example: examples.listCategories },
  async handler(_request, ctx) {
    const active = (await loadCategories(ctx.tx)).filter((category) => category.active)
    return json({
      categories: active.map(({ code, parent, nameId, nameEn, class: serviceClass }) => ({
        code,
        parent,
        id: nameId,
        en: nameEn,
        class: serviceClass,
      })),
    })
  },
})

const offices = defineRoute({
  method: 'GET',
  path: '/api/v1/offices',
  audience: 'api',
  permission: 'public',
  audit: { event: 'office.listed', done: false },
  api: {
    id: 'listOffices',
    summary: 'Offices that a report may be about',
    response: officeList,
    example: examples.listOffices,
  },
  async handler(_request, ctx) {
    const open = (await loadOffices(ctx.tx)).filter(({ active, selectable }) => active && selectable)
    return json({ offices: open.map(({ code, name, city, province, timeZone }) => ({ code, name, city, province, timeZone })) })
  },
})

export const publicRoutes: readonly Route[] = [submit, stage, track, write, categories, offices]
