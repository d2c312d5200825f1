import type { Static } from 'typebox'
import { loadColleagues, loadMembers, loadOffices, type Office } from '../../access/accounts/index.ts'
import { mayIn } from '../../access/accounts/rules.ts'
import type { Context } from '../../platform/context.ts'
import { readText } from '../../platform/http/input.ts'
import {
  defineRoute,
  type FieldProblems,
  page,
  type Reply,
  type Route,
  type RouteRequest,
  redirect,
  refuse,
} from '../../platform/http/route.ts'
import { defaultTimeZone } from '../../platform/i18n.ts'
import { sayProblems } from '../../ui/index.ts'
import { type LoadedTicket, loadById } from '../record/index.ts'
import { nameSubjects } from './actions/name.ts'
import { openAccusation } from './actions/sealing.ts'
import { namingForm, namingQuery, ticketParams } from './forms.ts'
import { NamingPage, type NamingView } from './pages/naming-page.tsx'
import { loadShield } from './read.ts'
import { namingHref, paths, ticketHref } from './urls.ts'

type Params = { readonly id: string }
type Request = RouteRequest<Params, Static<typeof namingQuery>, Static<typeof namingForm>>

type Shown = { readonly officeId: string | null; readonly problems: FieldProblems; readonly raw: Request['raw'] }

function readList(raw: Request['raw'], name: string): readonly string[] {
  const value = raw[name] ?? []
  return typeof value === 'string' ? [value] : value
}

function groupOffices(offices: readonly Office[], central: string): NamingView['offices'] {
  const groups = new Map<string, { value: string; label: string }[]>()
  for (const { id, name, province, selectable } of offices) {
    const label = selectable ? (province ?? central) : central
    groups.set(label, [...(groups.get(label) ?? []), { value: id, label: name }])
  }
  return [...groups].map(([label, options]) => ({ label, options }))
}

async function listPeople(ctx: Context, officeId: string | null): Promise<NamingView['people']> {
  if (officeId === null) return []
  const members = await loadMembers(ctx.tx, [], [officeId])
  const names = new Map(members.filter(({ active }) => active).map(({ officerId, name }) => [officerId, name]))
  return [...names].map(([value, label]) => ({ value, label }))
}

/** Names of the officers on the page, wherever they belong to now. */
async function loadNames(ctx: Context, officeId: string, ids: readonly string[]): Promise<(id: string) => string> {
  const people = new Map((await loadColleagues(ctx.tx, officeId, [...new Set(ids)])).map(({ id, name }) => [id, name]))
  return (id) => people.get(id) ?? '–'
}

async function composeView(request: Request, ctx: Context, ticket: LoadedTicket, shown: Shown): Promise<NamingView> {
  const [offices, shield] = await Promise.all([loadOffices(ctx.tx), loadShield(ctx.tx, ticket.id)])
  const { subjects, officers, units, attempts } = shield
  const nameOffice = (id: string): string => offices.find((office) => office.id === id)?.name ?? '–'
  const nameOfficer = await loadNames(ctx, ticket.standing.officeId, [
    ...subjects.flatMap(({ officerId, namedBy }) => [officerId ?? [], namedBy ?? []].flat()),
    ...officers.map(({ id }) => id),
    ...attempts.map(({ officerId }) => officerId),
  ])
  const place = offices.find(({ id }) => id === ticket.standing.officeId)
  return {
    action: namingHref(ticket.id),
    ticketHref: ticketHref(ticket.id),
    number: ticket.number,
    timeZone: place?.timeZone ?? defaultTimeZone,
    subjects: subjects.map(({ id, officerId, officeId, sealed, at, namedBy }) => ({
      id,
      at,
      who: officerId === null ? (officeId === null ? null : nameOffice(officeId)) : nameOfficer(officerId),
      said: openAccusation(ctx, id, sealed),
      by: namedBy === null ? null : nameOfficer(namedBy),
    })),
    excluded: officers.map(({ id, reason }) => ({ id, name: nameOfficer(id), reason })),
    units: units
      // Named as well, it no longer hangs on the category.
      .filter(({ id, reason }) => reason !== 'category' || units.every((other) => other.id !== id || other.reason === 'category'))
      .map(({ id, reason }) => ({ id: `${id}-${reason}`, name: nameOffice(id), reason })),
    attempts: attempts.map(({ id, officerId, way, at }) => ({ id, name: nameOfficer(officerId), way, at })),
    offices: groupOffices(offices, request.frame.words.t('conduct.central')),
    officeId: shown.officeId,
    people: await listPeople(ctx, shown.officeId),
    chosen: readList(shown.raw, 'officers'),
    whole: readText(shown.raw, 'whole') !== '',
    typed: { name: readText(shown.raw, 'name'), unit: readText(shown.raw, 'unit'), time: readText(shown.raw, 'time') },
    problems: sayProblems(request.frame, shown.problems, 'conduct'),
  }
}

/** The ticket, if this officer may name somebody there; else what to answer. */
async function openTicket({ params, audit }: Request, ctx: Context): Promise<LoadedTicket | Reply> {
  audit({ objectType: 'ticket', objectId: params.id })
  const ticket = await loadById(ctx.tx, params.id)
  if (ticket === null) return refuse(404, 'not_found')
  return mayIn(ctx.actor, 'conduct.name', ticket.standing.officeId) ? ticket : refuse(403, 'permission')
}

async function showPage(request: Request, ctx: Context): Promise<Reply> {
  const ticket = await openTicket(request, ctx)
  if ('standing' in ticket) {
    const officeId = request.query.kantor ?? ticket.concernedOfficeId
    return page(NamingPage({ frame: request.frame, view: await composeView(request, ctx, ticket, { officeId, problems: {}, raw: {} }) }))
  }
  return ticket
}

async function showAgain(request: Request, ctx: Context, ticket: LoadedTicket, problems: FieldProblems): Promise<Reply> {
  const officeId = readText(request.raw, 'office')
  const shown = { officeId: officeId === '' ? null : officeId, problems, raw: request.raw }
  return page(NamingPage({ frame: request.frame, view: await composeView(request, ctx, ticket, shown) }), { status: 422 })
}

async function name(request: Request, ctx: Context): Promise<Reply> {
  const ticket = await openTicket(request, ctx)
  if (!('standing' in ticket)) return ticket
  if (!request.form.ok) return showAgain(request, ctx, ticket, request.form.error)
  const { officers, office, whole, name: said = '', unit = '', time = '' } = request.form.value
  const officeIds = whole && office !== undefined ? [office] : []
  const done = await nameSubjects(ctx, { ticketId: ticket.id, officerIds: officers, officeIds, said: { name: said, unit, time } })
  if (!done.ok) return showAgain(request, ctx, ticket, { name: done.error })
  const { circle, movedTo, unknownName } = done.value
  request.audit({ details: { named: officers, units: officeIds, inWords: said !== '', unknownName, excluded: circle, movedTo } })
  const seen = (await loadById(ctx.tx, ticket.id)) !== null
  if (seen && unknownName) return redirect(namingHref(ticket.id), { notice: 'conduct.done.unknown' })
  return seen ? redirect(namingHref(ticket.id), { notice: 'conduct.done' }) : redirect('/petugas', { notice: 'conduct.done.away' })
}

const shared = { path: paths.naming, audience: 'officer', permission: 'conduct.name', params: ticketParams } as const

export const routes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    audit: { event: 'conduct.opened', done: true },
    query: namingQuery,
    handler: (request, ctx) => showPage(request as Request, ctx),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    audit: { event: 'conduct.named', done: true },
    form: namingForm,
    handler: (request, ctx) => name(request as Request, ctx),
  }),
]
