import type { Tx } from '../../../platform/database/index.ts'
import { type Channel, type Kind, type Severity, severities, type TicketClass } from '../events.ts'
import type { TicketState } from '../rules.ts'

/** Tickets of one unit; every part that is not null narrows. Row-level security narrows further by itself. */
export type ListFilter = {
  readonly officeId: string
  /** Something is owed, nothing is, or either. */
  readonly owed: boolean | null
  readonly states: readonly TicketState[] | null
  readonly categories: readonly string[] | null
  readonly class: TicketClass | null
  readonly kind: Kind | null
  readonly channel: Channel | null
  readonly assignee: { readonly is: 'officer'; readonly id: string } | { readonly is: 'nobody' | 'somebody' } | null
  /** Due later than this. */
  readonly dueAfter: Date | null
  /** Due not later than this. */
  readonly dueUntil: Date | null
  /** Digits in a row that the number holds somewhere. */
  readonly part: string | null
  /** In the heaps of these teams. */
  readonly queues?: readonly string[]
  /** Tickets of one person. What is secret is never found by who brought it. */
  readonly ofPerson?: readonly string[]
}

/** `urgency`: what is owed first, by due time; `due`: by due time, and of what is due together the graver first. */
export type ListOrder = 'urgency' | 'due' | 'newest' | 'oldest'

/** The line of the list beside which to go on. `key` in microseconds, as `ListLine.key`. */
export type ListPlace = { readonly direction: 'after' | 'before'; readonly key: string; readonly id: string; readonly over: boolean }

export type ListLine = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly kind: Kind
  readonly state: TicketState
  readonly category: string
  readonly class: TicketClass
  readonly channel: Channel
  readonly assigneeId: string | null
  readonly restricted: boolean
  readonly severity: Severity
  readonly secret: boolean
  readonly anonymous: boolean
  readonly owed: boolean
  readonly submittedAt: Date
  readonly dueAt: Date
  readonly answeredAt: Date | null
  /** What it is sorted by, in microseconds since 1970: a JavaScript date would lose three digits and with them lines at the page's edge. In the order of due times it holds the severity as well. */
  readonly key: string
}

const lineColumns = `t.id, t.number, t.title, t.kind, t.state, t.category, t.class, t.channel, t.assignee_id as "assigneeId", t.restricted, t.secret,
  (array[${severities.map((each) => `'${each}'`).join(', ')}])[t.severity + 1] as severity, t.anonymous, t.owed, t.submitted_at as "submittedAt", t.due_at as "dueAt", t.answered_at as "answeredAt"`

function composeKey(order: ListOrder): string {
  const { column, graver } = orders[order]
  const micros = `(extract(epoch from t.${column}) * 1000000)::bigint`
  return `(${graver ? `${micros} * ${severities.length} + t.severity` : micros})::text as key`
}

/** Collects values and hands out their places. */
type Values = { readonly list: unknown[]; readonly place: (value: unknown) => string }

function collectValues(): Values {
  const list: unknown[] = []
  return {
    list,
    place: (value) => {
      list.push(value)
      return `$${list.length}`
    },
  }
}

/** Where the lines come from: a part of a number is found by its index, which row-level security would keep the planner from using. */
function composeSource({ part, officeId }: ListFilter, { place }: Values): string {
  return part === null
    ? 'record_ticket t'
    : `record_find_number(${place(part)}, ${place(officeId)}) as found(id) join record_ticket t on t.id = found.id`
}

function composeAssignee({ assignee }: ListFilter, { place }: Values): string | null {
  if (assignee === null) return null
  if (assignee.is === 'officer') return `t.assignee_id = ${place(assignee.id)}`
  return assignee.is === 'nobody' ? 't.assignee_id is null' : 't.assignee_id is not null'
}

function composeConditions(filter: ListFilter, values: Values): readonly string[] {
  const { place } = values
  const equal = (column: string, value: unknown): string | null => (value === null ? null : `t.${column} = ${place(value)}`)
  const among = (column: string, list: readonly string[] | null): string | null =>
    list === null ? null : list.length === 1 ? equal(column, list[0]) : `t.${column} = any (${place(list)})`
  return [
    equal('office_id', filter.officeId),
    filter.owed === null ? null : filter.owed ? 't.owed' : 'not t.owed',
    among('state', filter.states),
    among('category', filter.categories),
    equal('class', filter.class),
    equal('kind', filter.kind),
    equal('channel', filter.channel),
    composeAssignee(filter, values),
    filter.dueAfter === null ? null : `t.due_at > ${place(filter.dueAfter)}`,
    filter.dueUntil === null ? null : `t.due_at <= ${place(filter.dueUntil)}`,
    filter.queues === undefined ? null : `t.queue_id = any (${place(filter.queues)})`,
    filter.ofPerson === undefined ? null : `t.id = any (${place(filter.ofPerson)}) and not t.secret`,
  ].filter((condition) => condition !== null)
}

const orders = {
  urgency: { column: 'due_at', lead: 'not t.owed, ', graver: false, down: false },
  due: { column: 'due_at', lead: '', graver: true, down: false },
  newest: { column: 'submitted_at', lead: '', graver: false, down: true },
  oldest: { column: 'submitted_at', lead: '', graver: false, down: false },
} as const satisfies Readonly<Record<ListOrder, { column: string; lead: string; graver: boolean; down: boolean }>>

function composePlace(order: ListOrder, at: ListPlace, { place }: Values): string {
  const { column, lead, graver, down } = orders[order]
  const number = `${place(at.key)}::bigint`
  const [micros, rank] = graver ? [`(${number} / ${severities.length})`, `(${number} % ${severities.length})::smallint, `] : [number, '']
  const key = `timestamptz 'epoch' + ${micros} * interval '1 microsecond'`
  const sign = (at.direction === 'after') === down ? '<' : '>'
  const columns = `${lead}t.${column}, ${graver ? 't.severity, ' : ''}t.id`
  return `(${columns}) ${sign} (${lead === '' ? '' : `${place(at.over)}, `}${key}, ${rank}${place(at.id)})`
}

function composeOrder(order: ListOrder, backwards: boolean): string {
  const { column, lead, graver, down } = orders[order]
  const way = down === backwards ? 'asc' : 'desc'
  return `order by ${lead === '' ? '' : `not t.owed ${way}, `}t.${column} ${way}, ${graver ? `t.severity ${way}, ` : ''}t.id ${way}`
}

/** At most `limit` lines beside a place of the list, in the list's own order whichever way it is walked. */
export async function listTickets(
  tx: Tx,
  filter: ListFilter,
  page: { readonly order: ListOrder; readonly at: ListPlace | null; readonly limit: number },
): Promise<ListLine[]> {
  const values = collectValues()
  const source = composeSource(filter, values)
  const conditions = [...composeConditions(filter, values), ...(page.at === null ? [] : [composePlace(page.order, page.at, values)])]
  const backwards = page.at?.direction === 'before'
  const { rows } = await tx.query<ListLine>(
    `select ${lineColumns}, ${composeKey(page.order)}
     from ${source} where ${conditions.join(' and ')} ${composeOrder(page.order, backwards)} limit ${values.place(page.limit)}`,
    values.list,
  )
  return backwards ? rows.reverse() : rows
}

/** How many lines the whole list has, exactly. */
export async function countTickets(tx: Tx, filter: ListFilter): Promise<number> {
  const values = collectValues()
  const source = composeSource(filter, values)
  const { rows } = await tx.query<{ count: string }>(
    `select count(*) as count from ${source} where ${composeConditions(filter, values).join(' and ')}`,
    values.list,
  )
  return Number(rows[0]?.count ?? 0)
}

/** The same of several lists, in one statement and in their order. */
export async function countManyTickets(tx: Tx, filters: readonly ListFilter[]): Promise<readonly number[]> {
  if (filters.length === 0) return []
  const values = collectValues()
  const counts = filters.map(
    (filter) => `(select count(*) from ${composeSource(filter, values)} where ${composeConditions(filter, values).join(' and ')})`,
  )
  const { rows } = await tx.query<{ counts: string[] }>(`select array[${counts.join(', ')}] as counts`, values.list)
  return (rows[0]?.counts ?? []).map(Number)
}

/** Number and title of those among these tickets that the actor may see. */
export function listNamed(
  tx: Tx,
  ticketIds: readonly string[],
): Promise<readonly { readonly id: string; readonly number: string; readonly title: string }[]> {
  return tx.named('record.named', 'select id, number, title from record_ticket where id = any ($1) order by number', [ticketIds])
}

/**
 * One page of what the words find in one unit, most urgent first, and how many they find in all. `more`: they find more than `total`, which
 * nobody counted; up to 500 it is exact, but for words that are met at once in a unit of thousands of tickets.
 */
export async function searchTickets(
  tx: Tx,
  sought: { readonly words: string; readonly officeId: string },
  page: { readonly at: ListPlace | null; readonly limit: number },
): Promise<{ readonly lines: readonly ListLine[]; readonly total: number; readonly more: boolean }> {
  const { at } = page
  const rows = await tx.named<(ListLine | { id: null }) & { total: string; more: boolean }>(
    'record.search',
    `select ${lineColumns}, ${composeKey('urgency')}, f.total, f.more
     from record_search_page($1, $2, $3, timestamptz 'epoch' + $4::bigint * interval '1 microsecond', $5, $6, $7) f left join record_ticket t on t.id = f.id
     order by not t.owed, t.due_at, t.id`,
    [sought.words, sought.officeId, at?.over ?? null, at?.key ?? null, at?.id ?? null, at?.direction === 'before', page.limit],
  )
  const { total = '0', more = false } = rows[0] ?? {}
  return { lines: rows.flatMap((row) => (row.id === null ? [] : [row])), total: Number(total), more }
}

export type OfficeCounts = {
  readonly owed: number
  readonly late: number
  readonly today: number
  readonly soon: number
  readonly unassigned: number
  readonly mine: number
  readonly answered: number
  readonly closed: number
}

/** What lies in one unit, as far as the actor may see it; what is over is a sum kept beside the tickets. `soon` counts what is due after today and up to `soonUntil`. */
export async function countOffice(
  tx: Tx,
  officeId: string,
  moments: { readonly now: Date; readonly endOfToday: Date; readonly soonUntil: Date; readonly officerId: string | null },
): Promise<OfficeCounts> {
  const rows = await tx.named<Record<keyof OfficeCounts, string>>(
    'record.count_office',
    `select o.*, d.answered, record_count_closed($1) as closed from
       (select count(*) as owed, count(*) filter (where due_at < $2) as late, count(*) filter (where due_at >= $2 and due_at <= $3) as today,
          count(*) filter (where due_at > $3 and due_at <= $4) as soon, count(*) filter (where assignee_id is null) as unassigned,
          count(*) filter (where assignee_id = $5) as mine
        from record_ticket where office_id = $1 and owed) o,
       (select count(*) as answered from record_ticket where office_id = $1 and state = 'answered') d`,
    [officeId, moments.now, moments.endOfToday, moments.soonUntil, moments.officerId],
  )
  const row = rows[0]
  const read = (name: keyof OfficeCounts): number => Number(row?.[name] ?? 0)
  return {
    owed: read('owed'),
    late: read('late'),
    today: read('today'),
    soon: read('soon'),
    unassigned: read('unassigned'),
    mine: read('mine'),
    answered: read('answered'),
    closed: read('closed'),
  }
}

export type LoadLine = {
  readonly assigneeId: string | null
  readonly open: number
  readonly late: number
  /** Due up to the given end of the week, and not late yet. */
  readonly thisWeek: number
  readonly waiting: number
  readonly oldest: Date | null
}

/** What each officer of a unit has in hand; a line with null for what nobody has. */
export async function countByAssignee(
  tx: Tx,
  officeId: string,
  moments: { readonly now: Date; readonly endOfWeek: Date },
): Promise<LoadLine[]> {
  const rows = await tx.named<LoadLine>(
    'record.count_by_assignee',
    `select assignee_id as "assigneeId", count(*)::int as open, (count(*) filter (where due_at < $2))::int as late,
       (count(*) filter (where due_at >= $2 and due_at <= $3))::int as "thisWeek",
       (count(*) filter (where state = 'waiting_complainant'))::int as waiting, min(submitted_at) as oldest
     from record_ticket where office_id = $1 and owed group by assignee_id`,
    [officeId, moments.now, moments.endOfWeek],
  )
  return rows
}

/** The ticket with this number, if the actor may see it. */
export async function findByNumber(tx: Tx, number: string): Promise<{ readonly id: string; readonly officeId: string } | null> {
  const rows = await tx.named<{ id: string; officeId: string }>(
    'record.find_number',
    'select id, office_id as "officeId" from record_ticket where number = $1',
    [number],
  )
  return rows[0] ?? null
}
