import { loadOffices } from '../../access/accounts/index.ts'
import { readIdentity } from '../../access/confidentiality/index.ts'
import { loadNotes, loadThread } from '../../complaint/conversation/index.ts'
import {
  type ListFilter,
  type ListLine,
  type ListPlace,
  listTickets,
  loadById,
  loadHistory,
  loadText,
} from '../../complaint/record/index.ts'
import { listBodies } from '../../complaint/scope/index.ts'
import type { Context } from '../../platform/context.ts'
import { defineRoute, json, type Route } from '../../platform/http/route.ts'
import { acts } from './acting.ts'
import { answerFaults, answerProblem } from './answers.ts'
import { examples } from './examples.ts'
import { acted, actForm, bodyList, listQuery, ticketAnswer, ticketList, ticketParams } from './forms.ts'

const everything: Omit<ListFilter, 'officeId' | 'owed' | 'states'> = {
  categories: null,
  class: null,
  kind: null,
  channel: null,
  assignee: null,
  dueAfter: null,
  dueUntil: null,
  part: null,
}

/** `key~id` of the last line of a page; keys are microseconds, so the order never trips over equal milliseconds. */
function readPlace(after: string | undefined): ListPlace | null {
  const [key, id] = after?.split('~') ?? []
  if (key === undefined || id === undefined || !/^-?\d{1,17}$/.test(key) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    return null
  return { direction: 'after', key, id, over: false }
}

async function chooseOffice(ctx: Context, code: string | undefined): Promise<string | null> {
  const own = ctx.actor.reach.offices
  if (code === undefined) return own[0] ?? null
  const office = (await loadOffices(ctx.tx)).find((one) => one.code === code)
  return office !== undefined && own.includes(office.id) ? office.id : null
}

function toLine({ id, number, title, kind, category, state, submittedAt, dueAt, assigneeId }: ListLine): object {
  return { id, number, title, kind, category, state, submittedAt, dueAt, assigneeId }
}

const list = defineRoute({
  method: 'GET',
  path: '/api/v1/officer/tickets',
  audience: 'api',
  permission: 'inbox.read',
  // A program reads two hundred beginnings of reports at once: that leaves a line, unlike a page of the inbox.
  audit: { event: 'ticket.listed', done: true },
  query: listQuery,
  api: {
    id: 'listTickets',
    summary: 'Tickets of an own unit, most urgent first',
    response: ticketList,
    example: examples.listTickets,
    refusals: { 404: 'office_unknown' },
  },
  async handler(request, ctx) {
    const { office, state, after, limit = 50 } = request.query
    const officeId = await chooseOffice(ctx, office)
    if (officeId === null) return answerProblem(request, { status: 404, code: 'office_unknown' })
    const filter: ListFilter = {
      ...everything,
      officeId,
      owed: state === undefined ? true : null,
      states: state === undefined ? null : [state],
    }
    const lines = await listTickets(ctx.tx, filter, { order: 'due', at: readPlace(after), limit: limit + 1 })
    const shown = lines.slice(0, limit)
    const last = shown.at(-1)
    request.audit({ objectType: 'office', objectId: officeId, details: { count: shown.length } })
    return json({ tickets: shown.map(toLine), next: lines.length > limit && last !== undefined ? `${last.key}~${last.id}` : null })
  },
})

const read = defineRoute({
  method: 'GET',
  path: '/api/v1/officer/tickets/:id',
  audience: 'api',
  permission: 'ticket.read',
  audit: { event: 'ticket.read', done: true },
  params: ticketParams,
  api: {
    id: 'readTicket',
    summary: 'One ticket with its conversation',
    response: ticketAnswer,
    example: examples.readTicket,
    refusals: { 404: 'ticket_not_found' },
  },
  async handler(request, ctx) {
    const { id } = request.params
    request.audit({ objectType: 'ticket', objectId: id })
    const [ticket, text] = [await loadById(ctx.tx, id), await loadText(ctx.tx, id)]
    if (ticket === null || text === null) return answerProblem(request, { status: 404, code: 'ticket_not_found' })
    const { standing, number, kind, submittedAt } = ticket
    const thread = await loadThread(ctx, id)
    const person = await readIdentity(ctx, id)
    return json({
      id,
      number,
      state: standing.state,
      version: standing.version,
      kind,
      category: standing.category,
      title: text.title,
      body: text.body,
      wish: text.wish,
      happenedOn: text.happenedOn,
      happenedAt: text.happenedAt,
      submittedAt,
      dueAt: standing.dueAt,
      assigneeId: standing.assigneeId,
      person: person && { name: person.name, email: person.email, phone: person.phone },
      messages: thread.messages.map((message) => ({
        id: message.id,
        at: message.at,
        by: message.author,
        kind: message.kind,
        body: message.body,
        answer: message.answer,
      })),
      notes: (await loadNotes(ctx, id)).map((note) => ({ at: note.at, by: note.officerName, body: note.body })),
      timeline: (await loadHistory(ctx.tx, id)).map(({ at, event }) => ({ at, event: event.type })),
    })
  },
})

const statusOf: Readonly<Record<string, number>> = {
  ticket_not_found: 404,
  permission: 403,
  stale: 409,
  conflict: 409,
  move_not_allowed: 409,
  conversation_ended: 409,
  assignee_excluded: 409,
  office_excluded: 409,
  hop_under_way: 409,
}

const act = defineRoute({
  method: 'POST',
  path: '/api/v1/officer/tickets/:id/acts',
  audience: 'api',
  permission: 'ticket.read',
  audit: { event: 'ticket.acted', done: true },
  params: ticketParams,
  form: actForm,
  api: {
    id: 'actOnTicket',
    summary: 'Do something with a ticket: take, assign, give back, ask, answer and so on',
    response: acted,
    example: examples.actOnTicket,
    refusals: { 404: 'ticket_not_found', 409: 'stale', 422: 'answer_incomplete' },
  },
  async handler(request, ctx) {
    const { id } = request.params
    if (!request.form.ok) return answerFaults(request, request.form.error)
    request.audit({ objectType: 'ticket', objectId: id, details: { verb: request.form.value.verb } })
    const done = await acts[request.form.value.verb](ctx, id, request.form.value)
    if (!done.ok) return answerProblem(request, { status: statusOf[done.error] ?? 422, code: done.error })
    const after = await loadById(ctx.tx, id)
    return json({ id, state: after?.standing.state ?? null, version: after?.standing.version ?? null })
  },
})

const bodies = defineRoute({
  method: 'GET',
  path: '/api/v1/officer/receiving-bodies',
  audience: 'api',
  permission: 'inbox.read',
  audit: { event: 'scope.bodies_listed', done: false },
  api: {
    id: 'listReceivingBodies',
    summary: 'Bodies outside this service that a report can be sent on to',
    response: bodyList,
    example: examples.listReceivingBodies,
  },
  async handler(_request, ctx) {
    const known = await listBodies(ctx)
    return json({
      bodies: known.map(({ id, code, nameId, nameEn, handlesId, handlesEn, contact }) => ({
        id,
        code,
        name: { id: nameId, en: nameEn },
        handles: { id: handlesId, en: handlesEn },
        contact,
      })),
    })
  },
})

export const officerRoutes: readonly Route[] = [list, read, act, bodies]
