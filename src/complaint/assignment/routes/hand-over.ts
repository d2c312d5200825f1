import { loadMembers, loadOfficerName, loadOffices, loadWorkers } from '../../../access/accounts/index.ts'
import { mayIn, rolesWith } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { localDate } from '../../deadlines/rules.ts'
import { type Held, listHeld } from '../../record/index.ts'
import { handOverAll } from '../actions/hand-over.ts'
import { handOverForm, idParams } from '../forms.ts'
import { handOverJob } from '../listeners.ts'
import { HandOverPage } from '../pages/hand-over-page.tsx'
import type { Option } from '../pages/views.ts'
import { handOverHref, paths } from '../urls.ts'

type Request = RouteRequest<{ readonly id: string }>

/** The units whose work this manager may move. */
function listManaged({ actor }: Context): readonly string[] {
  return actor.reach.offices.filter((id) => mayIn(actor, 'ticket.assign', id))
}

/** Who is there and handles tickets in one of these units, without who hands over. */
async function listReceivers(ctx: Context, officeIds: readonly string[], fromId: string): Promise<readonly Option[]> {
  const found = new Map<string, Option>()
  for (const office of (await loadOffices(ctx.tx)).filter(({ id }) => officeIds.includes(id)))
    for (const { id, name, awayUntil } of await loadWorkers(ctx.tx, office.id, localDate(ctx.now, office.timeZone).toString()))
      if (id !== fromId && awayUntil === null) found.set(id, { value: id, label: name })
  return [...found.values()]
}

/** Everything they hold that the manager may move. */
async function gatherHeld(ctx: Context, officerId: string, officeIds: readonly string[]): Promise<readonly Held[]> {
  const held: Held[] = []
  for (let after: string | null = null; ; ) {
    const page: readonly Held[] = await listHeld(ctx.tx, officerId, after)
    held.push(...page.filter(({ officeId }) => officeIds.includes(officeId)))
    after = page.at(-1)?.id ?? null
    if (after === null) return held
  }
}

async function showForManager({ frame, params, audit }: Request, ctx: Context): Promise<Reply> {
  audit({ objectType: 'officer', objectId: params.id })
  const managed = listManaged(ctx)
  const officer = await loadOfficerName(ctx.tx, params.id)
  const held = await gatherHeld(ctx, params.id, managed)
  // Who has nothing here and works elsewhere is nobody to this manager.
  const members = await loadMembers(ctx.tx, [params.id], [])
  if (officer === null || (held.length === 0 && !members.some(({ officeId }) => managed.includes(officeId))))
    return refuse(404, 'not_found')
  const zones = new Map((await loadOffices(ctx.tx)).map(({ id, timeZone }) => [id, timeZone]))
  return page(
    HandOverPage({
      frame,
      officer,
      action: handOverHref(params.id),
      back: { href: '/petugas/beban', label: frame.words.t('ui.console.load') },
      receivers: await listReceivers(ctx, managed, params.id),
      held: held.map(({ id, number, title, dueAt, officeId }) => ({
        id,
        number,
        title,
        due: dueAt,
        timeZone: zones.get(officeId) ?? 'Asia/Jakarta',
      })),
    }),
  )
}

async function unitsOf(ctx: Context, officerId: string): Promise<readonly string[]> {
  const handling: readonly string[] = rolesWith('ticket.handle')
  const members = await loadMembers(ctx.tx, [officerId], [])
  return members.filter(({ role, officerId: id }) => id === officerId && handling.includes(role)).map(({ officeId }) => officeId)
}

async function showForAdministrator({ frame, params, audit }: Request, ctx: Context): Promise<Reply> {
  audit({ objectType: 'officer', objectId: params.id })
  const officer = await loadOfficerName(ctx.tx, params.id)
  if (officer === null) return refuse(404, 'not_found')
  const home = `/petugas/admin/petugas/${params.id}`
  return page(
    HandOverPage({
      frame,
      officer,
      action: `${home}/serah-terima`,
      back: { href: home, label: officer },
      receivers: await listReceivers(ctx, await unitsOf(ctx, params.id), params.id),
      held: null,
    }),
  )
}

const manager = { audience: 'officer', permission: 'ticket.assign', path: paths.handOver, params: idParams } as const
const administrator = {
  audience: 'officer',
  permission: 'officer.administer',
  path: paths.handOverAsAdministrator,
  params: idParams,
} as const

export const handOverRoutes: readonly Route[] = [
  defineRoute({ ...manager, method: 'GET', audit: { event: 'assignment.read_held', done: true }, handler: showForManager }),
  defineRoute({
    ...manager,
    method: 'POST',
    audit: { event: 'assignment.hand_over', done: true },
    form: handOverForm,
    handler: async ({ form, params, audit, frame }, ctx) => {
      audit({ objectType: 'officer', objectId: params.id })
      if (!form.ok) return refuse(422, 'malformed')
      const toId = form.value.to ?? null
      const words = frame.words.t('assignment.handed_over')
      const tickets = await handOverAll(ctx, { fromId: params.id, toId, words }, listManaged(ctx))
      audit({ details: { to: toId, tickets } })
      return redirect('/petugas/beban', { notice: 'assignment.notice.handed_over' })
    },
  }),
  defineRoute({
    ...administrator,
    method: 'GET',
    audit: { event: 'assignment.read_hand_over', done: false },
    handler: showForAdministrator,
  }),
  defineRoute({
    ...administrator,
    method: 'POST',
    audit: { event: 'assignment.hand_over', done: true },
    form: handOverForm,
    handler: async ({ form, params, audit }, ctx) => {
      audit({ objectType: 'officer', objectId: params.id })
      if (!form.ok) return refuse(422, 'malformed')
      if ((await loadOfficerName(ctx.tx, params.id)) === null) return refuse(404, 'not_found')
      const toId = form.value.to ?? null
      audit({ details: { to: toId } })
      await enqueue(ctx, handOverJob, { fromId: params.id, toId })
      return redirect(`/petugas/admin/petugas/${params.id}`, { notice: 'assignment.notice.handing_over' })
    },
  }),
]
