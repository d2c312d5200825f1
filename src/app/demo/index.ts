import { demoPassword, listDemoAccounts, loadOffices, type Office, seedDemoOfficers } from '../../access/accounts/index.ts'
import { loadCalendar } from '../../complaint/deadlines/index.ts'
import type { OfficeCalendar } from '../../complaint/deadlines/rules.ts'
import { type Receipt, type ReportInput, submitReport } from '../../complaint/intake/index.ts'
import { createSystemActor, type Services, visitor, within } from '../../platform/context.ts'
import { planChanges } from './changes.ts'
import { moveToOpenHours, moveToWakingHours } from './hours.ts'
import { type At, live, loadStaff, type Staff } from './life.ts'
import { type PlannedTicket, planDemo } from './plan.ts'

export const demoTickets = 340

function createAt(services: Services): At {
  return (actor, moment, work) => within({ ...services, clock: { now: () => moment } }, { actor, locale: 'id', requestId: 'demo' }, work)
}

function toReport(planned: PlannedTicket, officeId: string | null, submittedAt: Date): ReportInput {
  const contact = planned.unidentified
    ? { name: '', email: '', phone: '' }
    : {
        name: `Demo Pelapor ${planned.index + 1}`,
        email: planned.email ? `pelapor${planned.index + 1}@demo.example` : '',
        phone: planned.email ? '' : `0800-${String(1000 + planned.index)}`,
      }
  return {
    kind: planned.kind,
    category: planned.scenario.category,
    officeId,
    text: planned.text,
    wish: planned.scenario.wish,
    happenedOn: new Date(submittedAt.getTime() - planned.happenedDaysBefore * 86_400_000).toISOString().slice(0, 10),
    happenedAt: '',
    relation: planned.relation,
    anonymous: planned.anonymous,
    secret: planned.secret,
    unidentified: planned.unidentified,
    contact,
    channel: planned.channel,
    language: planned.language,
    files: [],
    idempotencyKey: `demo:${planned.index}`,
  }
}

async function openOne(at: At, planned: PlannedTicket, officeId: string | null, submittedAt: Date): Promise<Receipt> {
  const opened = await at(visitor, submittedAt, (ctx) => submitReport(ctx, toReport(planned, officeId, submittedAt)))
  if (!opened.ok) throw new Error(`the demo's report ${planned.index} was refused: ${opened.error}`)
  return opened.value
}

type Example = { readonly number: string; readonly accessCode: string }

/** People write by day; what comes by phone, letter or over the counter comes while the office is open. Never after now. */
function findSubmission(planned: PlannedTicket, now: Date, calendar: OfficeCalendar): Date {
  const drawn = new Date(now.getTime() - planned.hoursAgo * 3_600_000)
  const moved = planned.channel === 'web' ? moveToWakingHours(drawn, calendar) : moveToOpenHours(drawn, calendar)
  return moved < now ? moved : drawn
}

type Cast = { readonly offices: readonly Office[]; readonly staff: Staff; readonly calendars: ReadonlyMap<string, OfficeCalendar> }

async function fill(services: Services, { offices, staff, calendars }: Cast, count: number): Promise<Example | null> {
  const at = createAt(services)
  const now = services.clock.now()
  const codes = new Map(offices.map(({ code, id }) => [code, id]))
  const findCalendar = (officeId: string | null): OfficeCalendar => {
    const calendar = calendars.get(officeId ?? '') ?? calendars.values().next().value
    if (calendar === undefined) throw new Error('a demo without offices')
    return calendar
  }
  let example: Example | null = null
  const playOne = async (planned: PlannedTicket): Promise<void> => {
    const officeId = codes.get(planned.office ?? '') ?? null
    const submittedAt = findSubmission(planned, now, findCalendar(officeId))
    const receipt = await openOne(at, planned, officeId, submittedAt)
    const calendar = findCalendar(receipt.unitId)
    await live({ at, ticketId: receipt.id, planned, staff }, { officeId: receipt.unitId, submittedAt, now, calendar })
    const last = planned.steps.at(-1)?.step.verb
    if (example === null && receipt.accessCode !== null && last === 'answer' && planned.hoursAgo > 120)
      example = { number: receipt.number, accessCode: receipt.accessCode }
  }
  const waiting = [...planDemo(count)]
  const work = async (): Promise<void> => {
    for (let planned = waiting.shift(); planned; planned = waiting.shift()) await playOne(planned)
  }
  await Promise.all([work(), work(), work(), work()])
  await planChanges(at, { offices, staff }, now)
  return example
}

/** Fills an empty installation with demo officers and tickets, through the same actions as everybody. Returns lines for the terminal. */
export async function ensureDemo(services: Services, count = demoTickets): Promise<readonly string[]> {
  const situation = { actor: createSystemActor('demo'), locale: 'id', requestId: 'demo' } as const
  const cast = await within(services, situation, async (ctx): Promise<Cast | null> => {
    await seedDemoOfficers(ctx)
    const { rows } = await ctx.tx.query<{ some: boolean }>('select exists(select from record_ticket) as some')
    // Every later start comes by here: two questions for each unit would be for nothing.
    if (rows[0]?.some === true) return null
    const offices = await loadOffices(ctx.tx)
    const calendars = new Map<string, OfficeCalendar>()
    for (const office of offices) calendars.set(office.id, await loadCalendar(ctx, office))
    return {
      offices,
      calendars,
      staff: await loadStaff(
        ctx,
        offices.map(({ id }) => id),
      ),
    }
  })
  if (cast === null) return []
  const example = await fill(services, cast, count)
  return [
    `${count} demo tickets made`,
    ...(example === null ? [] : [`An answered one to track: number ${example.number}, access code ${example.accessCode}`]),
  ]
}

/** What the terminal prints at each start, so that nobody has to look for a way in. */
export function describeDemoAccounts(): readonly string[] {
  const accounts = listDemoAccounts()
  return ['', `Demo accounts (password of each: ${demoPassword})`, ...accounts.map(({ email, label }) => `  ${email.padEnd(34)} ${label}`)]
}
