import { loadColleagues, loadOffices, type Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import type { Locale } from '../../../platform/i18n.ts'
import { loadQueues, type Queue } from '../../assignment/index.ts'
import { loadCalendar } from '../../deadlines/index.ts'
import type { OfficeCalendar } from '../../deadlines/rules.ts'
import { type Category, type ListLine, type LoadedTicket, loadCategories } from '../../record/index.ts'
import { groupCategories, nameCategory } from '../../record/rules.ts'
import { offerTemplates } from '../../templates/index.ts'
import type { LineView, Option, OptionGroup } from '../pages/views.ts'
import { viewDue } from '../rules.ts'
import { ticketHref } from '../urls.ts'

/** The unit a page is about, with its calendar, its people, and what the page chooses from. */
export type Place = {
  readonly office: Office
  /** The officer's own units, by name. */
  readonly own: readonly Office[]
  readonly calendar: OfficeCalendar
  readonly categories: readonly Category[]
  /** The unit's teams. */
  readonly queues: readonly Queue[]
}

/** The asked unit if it is one of the officer's own, else the first of them; null for an officer of none. */
export async function loadPlace(ctx: Context, wanted: string | null): Promise<Place | null> {
  const { reach } = ctx.actor
  const own = (await loadOffices(ctx.tx)).filter(({ id }) => reach.offices.includes(id)).sort((a, b) => a.name.localeCompare(b.name, 'id'))
  const office = own.find(({ id }) => id === wanted) ?? own[0]
  if (office === undefined) return null
  const queues = (await loadQueues(ctx.tx)).filter(({ officeId, active }) => active && officeId === office.id)
  return { office, own, calendar: await loadCalendar(ctx, office), categories: await loadCategories(ctx.tx), queues }
}

/** "Paspor: keterlambatan penerbitan". */
export function nameWithParent(categories: readonly Category[], code: string, locale: Locale): string {
  const category = categories.find((each) => each.code === code)
  const parent = categories.find((each) => each.code === category?.parent)
  return [parent, category].flatMap((each) => (each === undefined ? [] : [nameCategory(each, locale)])).join(': ')
}

/** What still can be chosen, under its families. */
export function offerCategories(categories: readonly Category[], locale: Locale, whole: (name: string) => string): readonly OptionGroup[] {
  return groupCategories(
    categories.filter(({ active }) => active),
    locale,
    whole,
  )
}

/** Units by province, the central ones first. */
export function groupOffices(offices: readonly Office[], central: string): readonly OptionGroup[] {
  const groups = new Map<string, Option[]>()
  for (const office of offices.filter(({ active }) => active)) {
    const label = office.province ?? central
    groups.set(label, [...(groups.get(label) ?? []), { value: office.id, label: office.name }])
  }
  return [...groups].map(([label, options]) => ({ label, options }))
}

export function toOptions(offices: readonly Office[]): readonly Option[] {
  return offices.map(({ id, name }) => ({ value: id, label: name }))
}

type LineFacts = {
  readonly ctx: Context
  readonly frame: Frame
  readonly place: Place
  readonly listQuery: string
  readonly currentId?: string
}

/** Lines of a list in words, with the names of who has them. One statement for all names. */
export async function composeLines(
  facts: LineFacts,
  lines: readonly ListLine[],
): Promise<{ readonly lines: readonly LineView[]; readonly colleagues: readonly Option[] }> {
  const { ctx, frame, place } = facts
  const holders = [...new Set(lines.flatMap(({ assigneeId }) => assigneeId ?? []))]
  const people = await loadColleagues(ctx.tx, place.office.id, holders)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const categories = new Map(place.categories.map((category) => [category.code, nameCategory(category, frame.words.locale)]))
  return {
    colleagues: people.filter(({ available }) => available).map(({ id, name }) => ({ value: id, label: name })),
    lines: lines.map((line) => ({
      id: line.id,
      href: ticketHref(line.id, facts.listQuery),
      title: line.title,
      number: line.number,
      state: line.state,
      due: viewDue(line, ctx.now, place.calendar),
      category: categories.get(line.category) ?? '',
      channel: line.channel,
      assignee: line.assigneeId === null ? null : (names.get(line.assigneeId) ?? null),
      mine: line.assigneeId === ctx.actor.id,
      restricted: line.restricted,
      severity: line.severity,
      secret: line.secret,
      submittedAt: line.submittedAt,
      current: line.id === facts.currentId,
    })),
  }
}

/** The beginnings of answers that can be put into this ticket's form. */
export async function listTemplates(ctx: Context, ticket: LoadedTicket): Promise<readonly Option[]> {
  return (await offerTemplates(ctx, ticket)).map(({ id, name }) => ({ value: id, label: name }))
}
