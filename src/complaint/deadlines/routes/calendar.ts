import type { Static } from 'typebox'
import { loadOffices, type Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect } from '../../../platform/http/route.ts'
import { type CountedMove, changeCalendar, countMoving, previewCalendarChange } from '../actions/calendar.ts'
import { calendarForm, calendarQuery, hoursForm } from '../forms.ts'
import { CalendarPage, type DayView } from '../pages/calendar-page.tsx'
import { CalendarPreviewPage, type MoveView } from '../pages/calendar-preview-page.tsx'
import { type CalendarChange, type ChangeProblem, readCalendarChange, readHours, type TypedChange, type TypedHours } from '../rules.ts'
import { loadRules, saveHours } from '../store/rule-pack.ts'

export const calendarPath = '/petugas/admin/kalender'
const admin = { audience: 'officer', permission: 'calendar.administer' } as const

type Form = RouteRequest<unknown, unknown, Static<typeof calendarForm>>

/** Under which field a refusal of the change is shown. */
const fields: Readonly<Record<ChangeProblem, string>> = {
  day_malformed: 'date',
  day_unknown: 'date',
  scope_twice: 'scope',
  windows_wrong: 'hours',
  year_known: 'year',
  year_empty: 'year',
}

async function showCalendar(
  request: Pick<RouteRequest, 'frame'>,
  ctx: Context,
  wanted: {
    readonly year: number
    readonly typed?: Readonly<Record<string, string>>
    readonly problems?: Readonly<Record<string, string>>
    /** After a change: how much of what it moves is not moved yet. */
    readonly follows?: boolean
  },
): Promise<Reply> {
  const { days, years, hours } = await loadRules(ctx.tx)
  const offices = await loadOffices(ctx.tx)
  const names = new Map(offices.map(({ id, name }) => [id, name]))
  const views = days
    .filter(({ day }) => day.startsWith(`${wanted.year}-`))
    .map((day): DayView => ({ ...day, officeName: day.officeId === null ? null : (names.get(day.officeId) ?? null) }))
  const known = [...years].sort((a, b) => a - b)
  return page(
    CalendarPage({
      frame: request.frame,
      year: wanted.year,
      known,
      years: [...new Set([...known, ...known.map((year) => year + 1)])].sort((a, b) => a - b),
      days: views,
      hours: [...hours].map(([officeId, windows]) => ({ officeId, windows, officeName: names.get(officeId) ?? null })),
      offices: offices.filter(({ active }) => active),
      typed: wanted.typed ?? {},
      codes: wanted.problems ?? {},
      moving: wanted.follows === true ? await countMoving(ctx) : null,
    }),
    wanted.problems === undefined ? {} : { status: 422 },
  )
}

function findYear(typed: Readonly<Record<string, string>>, now: Date): number {
  const year = typed['dateYear'] ?? typed['year'] ?? typed['day']?.slice(0, 4) ?? ''
  return /^20\d\d$/.test(year) ? Number(year) : now.getUTCFullYear()
}

function showMoves(moves: readonly CountedMove[], offices: readonly Office[]): readonly MoveView[] {
  const byId = new Map(offices.map((office) => [office.id, office]))
  return moves.flatMap((move) => {
    const office = byId.get(move.officeId)
    return office === undefined ? [] : [{ ...move, officeName: office.name, timeZone: office.timeZone }]
  })
}

/** What was typed read as a change, or the form again with what is wrong. */
async function readChange(request: Form, ctx: Context): Promise<{ readonly change: CalendarChange } | { readonly again: Reply }> {
  const typed = readTexts(request.raw)
  const again = (problems: Readonly<Record<string, string>>) =>
    showCalendar(request, ctx, { year: findYear(typed, ctx.now), typed, problems })
  if (!request.form.ok) return { again: await again(request.form.error) }
  const change = readCalendarChange(request.form.value as TypedChange)
  return change.ok ? { change: change.value } : { again: await again({ [change.error.field]: change.error.code }) }
}

function refuseChange(request: Form, ctx: Context, problem: ChangeProblem): Promise<Reply> {
  const typed = readTexts(request.raw)
  request.audit({ reason: problem })
  return showCalendar(request, ctx, { year: findYear(typed, ctx.now), typed, problems: { [fields[problem]]: problem } })
}

async function preview(request: Form, ctx: Context): Promise<Reply> {
  const read = await readChange(request, ctx)
  if ('again' in read) return read.again
  const moves = await previewCalendarChange(ctx, read.change)
  if (!moves.ok) return refuseChange(request, ctx, moves.error)
  const typed = readTexts(request.raw)
  const offices = await loadOffices(ctx.tx)
  return page(
    CalendarPreviewPage({
      frame: request.frame,
      change: read.change,
      officeName: offices.find(({ id }) => read.change.kind !== 'year' && id === read.change.day.officeId)?.name ?? null,
      moves: showMoves(moves.value, offices),
      hidden: typed,
      year: findYear(typed, ctx.now),
    }),
  )
}

async function save(request: Form, ctx: Context): Promise<Reply> {
  const read = await readChange(request, ctx)
  if ('again' in read) return read.again
  request.audit({ objectType: 'calendar', details: { ...read.change } })
  const changed = await changeCalendar(ctx, read.change)
  if (!changed.ok) return refuseChange(request, ctx, changed.error)
  const { moving } = changed.value
  request.audit({ details: { ...read.change, moving } })
  const follow = moving === 0 ? '' : '&pindah=1'
  return redirect(`${calendarPath}?tahun=${findYear(readTexts(request.raw), ctx.now)}${follow}`, { notice: 'deadlines.calendar.saved' })
}

/** Days stay what they are, and so do promises by a day; what stands still from now on is counted in the new hours. */
async function saveOfficeHours(request: RouteRequest<unknown, unknown, Static<typeof hoursForm>>, ctx: Context): Promise<Reply> {
  const typed = readTexts(request.raw)
  const again = (problems: Readonly<Record<string, string>>) =>
    showCalendar(request, ctx, { year: ctx.now.getUTCFullYear(), typed: { ...typed, change: 'hours' }, problems })
  if (!request.form.ok) return again(request.form.error)
  const read = readHours(request.form.value as TypedHours)
  if (!read.ok) return again({ [read.error.field]: read.error.code })
  const { officeId, windows, source } = read.value
  if (officeId !== null && !(await loadOffices(ctx.tx)).some(({ id }) => id === officeId)) return again({ hoursScope: 'invalid' })
  request.audit({ objectType: 'calendar', details: { ...read.value } })
  await saveHours(ctx.tx, officeId, windows, source)
  return redirect(calendarPath, { notice: 'deadlines.calendar.saved' })
}

export const calendarRoutes: readonly Route[] = [
  defineRoute({
    ...admin,
    method: 'GET',
    path: calendarPath,
    audit: { event: 'calendar.read', done: false },
    query: calendarQuery,
    handler: (request, ctx) =>
      showCalendar(request, ctx, {
        year: Number(request.query.tahun ?? ctx.now.getUTCFullYear()),
        follows: request.query.pindah !== undefined,
      }),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${calendarPath}/periksa`,
    audit: { event: 'calendar.previewed', done: false },
    form: calendarForm,
    handler: preview,
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: `${calendarPath}/jam`,
    audit: { event: 'calendar.hours_changed', done: true },
    form: hoursForm,
    handler: saveOfficeHours,
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: calendarPath,
    audit: { event: 'calendar.changed', done: true },
    form: calendarForm,
    handler: save,
  }),
]
