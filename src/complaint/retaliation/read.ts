import type { Tx } from '../../platform/database/index.ts'
import type { CheckDays, Pressure, Treatment } from './rules.ts'

/** Whether questions wait for the complainant of this ticket. */
export async function hasOpenCheck(tx: Tx, ticketId: string): Promise<boolean> {
  const rows = await tx.named<{ open: boolean }>(
    'retaliation.has_open',
    `select not exists (select from retaliation_answer a where a.check_id = c.id) as open from retaliation_check c
     where c.ticket_id = $1 and c.asked_at is not null order by c.ask_at desc limit 1`,
    [ticketId],
  )
  return rows[0]?.open === true
}

/** One check as compliance sees it; who does not see the ticket that an answer opened sees it as not answered. */
export type WatchLine = {
  readonly days: CheckDays
  readonly askAt: Date
  readonly asked: boolean
  readonly treated: Treatment | null
  readonly pressed: Pressure | null
  readonly openedId: string | null
  readonly openedNumber: string | null
}

/** The check that a ticket was opened by, and of which other one; null where it was not, or the other one is out of sight. */
export type Origin = { readonly days: CheckDays; readonly id: string; readonly number: string }

type RetaliationWatch = { readonly checks: readonly WatchLine[]; readonly openedBy: Origin | null }

export async function loadWatch(tx: Tx, ticketId: string): Promise<RetaliationWatch> {
  const [checks, origins] = await Promise.all([
    tx.named<WatchLine>(
      'retaliation.watch',
      `select c.days, c.ask_at as "askAt", c.asked_at is not null as asked, a.treated, a.pressed, t.id as "openedId", t.number as "openedNumber"
       from retaliation_check c left join retaliation_answer a on a.check_id = c.id left join record_ticket t on t.id = a.opened_ticket_id
       where c.ticket_id = $1 order by c.ask_at`,
      [ticketId],
    ),
    tx.named<Origin>(
      'retaliation.origin',
      `select c.days, t.id, t.number from retaliation_answer a join retaliation_check c on c.id = a.check_id
       join record_ticket t on t.id = a.ticket_id where a.opened_ticket_id = $1`,
      [ticketId],
    ),
  ])
  return { checks, openedBy: origins[0] ?? null }
}
