import { type Channel, channels, type Kind, kinds, type TicketClass, ticketClasses } from '../../record/events.ts'
import { isOpen, isTicketState, type TicketState, ticketStates } from '../../record/rules.ts'
import { type DueFilter, dueFilters } from './due.ts'

/** The three heaps of an inbox: something is owed; answered and waiting to be closed; over. */
export const tabs = ['owed', 'answered', 'closed'] as const
export type Tab = (typeof tabs)[number]

export const sorts = ['due', 'newest', 'oldest'] as const
export type Sort = (typeof sorts)[number]

/** `me`, `nobody`, `somebody`, or an officer's id. */
export type AssigneeFilter = string

export type InboxFilter = {
  readonly office: string | null
  readonly tab: Tab
  readonly state: TicketState | null
  readonly category: string | null
  readonly class: TicketClass | null
  readonly assignee: AssigneeFilter | null
  readonly due: DueFilter | null
  readonly channel: Channel | null
  readonly kind: Kind | null
  /** `mine`: of the officer's own teams; or a team's id. */
  readonly queue: string | null
  readonly sort: Sort
}

/** States of a heap, in the order of the table of states. */
export function statesOf(tab: Tab): readonly TicketState[] {
  return ticketStates.filter((state) =>
    tab === 'owed' ? isOpen(state) : tab === 'answered' ? state === 'answered' : !isOpen(state) && state !== 'answered',
  )
}

/** Of what is over the deadline no longer orders anything. */
export function sortsOf(tab: Tab): readonly Sort[] {
  return tab === 'closed' ? ['newest', 'oldest'] : sorts
}

/** Names in the address; the values are those of the code. */
const names = {
  office: 'kantor',
  tab: 'bagian',
  state: 'keadaan',
  category: 'kategori',
  class: 'kelas',
  assignee: 'petugas',
  due: 'tenggat',
  channel: 'kanal',
  kind: 'jenis',
  queue: 'antrean',
  sort: 'urut',
} as const satisfies Readonly<Record<keyof InboxFilter, string>>

export const filterNames: Readonly<Record<keyof InboxFilter, string>> = names

type Raw = Readonly<Record<string, unknown>>

function pick<T extends string>(raw: Raw, name: string, allowed: readonly T[]): T | null {
  const value = raw[name]
  return allowed.find((each) => each === value) ?? null
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const categoryCode = /^[A-Z]{2,5}(\.\d{2})?$/

function pickShape(raw: Raw, name: string, shape: RegExp): string | null {
  const value = raw[name]
  return typeof value === 'string' && shape.test(value) ? value : null
}

function readState(raw: Raw, tab: Tab): TicketState | null {
  const state = raw[names.state]
  return isTicketState(state) && statesOf(tab).includes(state) ? state : null
}

/** A filter out of an address. What is unknown there is as if it were not there: an old bookmark still shows a list. */
export function readFilter(raw: Raw): InboxFilter {
  const tab = pick(raw, names.tab, tabs) ?? 'owed'
  const possible = sortsOf(tab)
  return {
    office: pickShape(raw, names.office, uuid),
    tab,
    state: readState(raw, tab),
    category: pickShape(raw, names.category, categoryCode),
    class: pick(raw, names.class, ticketClasses),
    assignee: pick(raw, names.assignee, ['me', 'nobody', 'somebody']) ?? pickShape(raw, names.assignee, uuid),
    due: tab === 'owed' ? pick(raw, names.due, dueFilters) : null,
    channel: pick(raw, names.channel, channels),
    kind: pick(raw, names.kind, kinds),
    queue: pick(raw, names.queue, ['mine']) ?? pickShape(raw, names.queue, uuid),
    sort: pick(raw, names.sort, possible) ?? possible[0] ?? 'due',
  }
}

/** The address of a filter: only what differs from the plain inbox. */
export function writeFilter(filter: InboxFilter): string {
  const plain = readFilter({ [names.tab]: filter.tab })
  const query = new URLSearchParams()
  for (const key of Object.keys(names) as (keyof InboxFilter)[]) {
    const value = filter[key]
    if (value !== null && (key === 'tab' ? value !== 'owed' : value !== plain[key])) query.set(names[key], value)
  }
  return query.toString()
}

/** Whether anything beside office, heap and order narrows the list. */
export function isNarrowed(filter: InboxFilter): boolean {
  return [filter.state, filter.category, filter.class, filter.assignee, filter.due, filter.channel, filter.kind, filter.queue].some(
    (value) => value !== null,
  )
}
