import type { Static } from 'typebox'
import { loadOffice, loadOffices, requireOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { idParams, newQueueForm, queueForm } from '../forms.ts'
import { QueuePage } from '../pages/queue-page.tsx'
import type { Option } from '../pages/views.ts'
import { loadQueues, type Queue } from '../read.ts'
import { replaceMembers, saveQueue } from '../store.ts'
import { paths, queueHref } from '../urls.ts'
import { listOfficers } from './choices.ts'

const admin = { audience: 'officer', permission: 'assignment.administer' } as const
type Typed = Readonly<Record<string, string>>
type Request = Pick<RouteRequest, 'frame'>

async function listUnits(ctx: Context): Promise<readonly Option[]> {
  return (await loadOffices(ctx.tx)).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))
}

async function showNew({ frame }: Request, ctx: Context, typed: Typed = {}, codes: Typed = {}): Promise<Reply> {
  const node = QueuePage({ frame, queue: null, offices: await listUnits(ctx), officers: [], typed, codes })
  return page(node, { status: Object.keys(codes).length > 0 ? 422 : 200 })
}

async function showQueue({ frame }: Request, ctx: Context, queue: Queue, typed: Typed, codes: Typed = {}): Promise<Reply> {
  const office = await requireOffice(ctx.tx, queue.officeId)
  const officers = await listOfficers(ctx, office)
  const node = QueuePage({ frame, queue: { id: queue.id, office: office.name }, offices: [], officers, typed, codes })
  return page(node, { status: Object.keys(codes).length > 0 ? 422 : 200 })
}

async function findQueue(ctx: Context, id: string): Promise<Queue | null> {
  return (await loadQueues(ctx.tx)).find((queue) => queue.id === id) ?? null
}

async function postNew(request: RouteRequest<unknown, unknown, Static<typeof newQueueForm>>, ctx: Context): Promise<Reply> {
  const { form, raw, audit } = request
  if (!form.ok) return showNew(request, ctx, readTexts(raw), form.error)
  const { name, office } = form.value
  if ((await loadOffice(ctx.tx, office)) === null) return showNew(request, ctx, readTexts(raw), { office: 'choose' })
  const queue = { id: ctx.newId(), officeId: office, name, active: true }
  if (!(await saveQueue(ctx.tx, queue))) return showNew(request, ctx, readTexts(raw), { name: 'name_taken' })
  audit({ objectType: 'assignment_queue', objectId: queue.id, details: { before: null, after: queue } })
  return redirect(queueHref(queue.id), { notice: 'assignment.notice.saved' })
}

async function postQueue(request: RouteRequest<{ id: string }, unknown, Static<typeof queueForm>>, ctx: Context): Promise<Reply> {
  const { form, raw, params, audit } = request
  const queue = await findQueue(ctx, params.id)
  if (queue === null) return refuse(404, 'not_found')
  audit({ objectType: 'assignment_queue', objectId: queue.id })
  if (!form.ok) return showQueue(request, ctx, queue, readTexts(raw), form.error)
  const { name, active, members } = form.value
  const known = (await listOfficers(ctx, await requireOffice(ctx.tx, queue.officeId))).map(({ value }) => value)
  if (!members.every((id) => known.includes(id))) return showQueue(request, ctx, queue, readTexts(raw), { members: 'choose' })
  if (!(await saveQueue(ctx.tx, { ...queue, name, active }))) return showQueue(request, ctx, queue, readTexts(raw), { name: 'name_taken' })
  await replaceMembers(ctx.tx, queue.id, members)
  audit({ details: { before: queue, after: { name, active, memberIds: members } } })
  return redirect(paths.rules, { notice: 'assignment.notice.saved' })
}

export const queueRoutes: readonly Route[] = [
  defineRoute({
    ...admin,
    method: 'GET',
    path: paths.newQueue,
    audit: { event: 'assignment.read_queue', done: false },
    handler: (request, ctx) => showNew(request, ctx),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: paths.newQueue,
    audit: { event: 'assignment.save_queue', done: true },
    form: newQueueForm,
    handler: postNew,
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: paths.queue,
    audit: { event: 'assignment.read_queue', done: false },
    params: idParams,
    handler: async (request, ctx) => {
      const queue = await findQueue(ctx, request.params.id)
      if (queue === null) return refuse(404, 'not_found')
      return showQueue(request, ctx, queue, { name: queue.name, active: queue.active ? '1' : '', members: queue.memberIds.join(',') })
    },
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: paths.queue,
    audit: { event: 'assignment.save_queue', done: true },
    params: idParams,
    form: queueForm,
    handler: postQueue,
  }),
]
