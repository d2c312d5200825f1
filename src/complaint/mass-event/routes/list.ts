import type { Static } from 'typebox'
import { loadOffices } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
import { defineRoute, type FieldProblems, page, type Reply, type Route, type RouteRequest, redirect } from '../../../platform/http/route.ts'
import { sayProblems } from '../../../ui/index.ts'
import { openEvent } from '../actions/event.ts'
import { openForm } from '../forms.ts'
import { ListPage } from '../pages/list-page.tsx'
import { OpenPage } from '../pages/open-page.tsx'
import { listEvents } from '../read.ts'
import { eventHref, paths } from '../urls.ts'

async function show({ frame, raw }: RouteRequest, ctx: Context, problems: FieldProblems): Promise<Reply> {
  const own = (await loadOffices(ctx.tx)).filter(({ id }) => mayIn(ctx.actor, 'mass_event.record', id))
  const node = OpenPage({
    frame,
    offices: own.map(({ id, name }) => ({ value: id, label: name })),
    typed: readTexts(raw),
    problems: sayProblems(frame, problems, 'mass-event'),
  })
  return page(node, { status: Object.keys(problems).length === 0 ? 200 : 422 })
}

async function open(request: RouteRequest<unknown, unknown, Static<typeof openForm>>, ctx: Context): Promise<Reply> {
  if (!request.form.ok) return show(request, ctx, request.form.error)
  const { office, title, words } = request.form.value
  const opened = await openEvent(ctx, { officeId: office, title, words })
  if (!opened.ok) return show(request, ctx, { office: opened.error })
  request.audit({ objectType: 'mass_event', objectId: opened.value })
  return redirect(eventHref(opened.value), { notice: 'mass-event.notice.opened' })
}

const shared = { audience: 'officer', permission: 'mass_event.record' } as const

export const listRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.list,
    audit: { event: 'mass_event.listed', done: false },
    handler: async ({ frame }, ctx) => page(ListPage({ frame, events: await listEvents(ctx.tx) })),
  }),
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.compose,
    audit: { event: 'mass_event.composed', done: false },
    handler: (request, ctx) => show(request, ctx, {}),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.compose,
    audit: { event: 'mass_event.begun', done: true },
    form: openForm,
    handler: open,
  }),
]
