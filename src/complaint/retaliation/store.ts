import type { Tx } from '../../platform/database/index.ts'
import type { CheckAnswer, CheckDays } from './rules.ts'

export type Check = { readonly id: string; readonly ticketId: string; readonly days: CheckDays; readonly endedAt: Date }

/** Planning the same end twice plans it once. */
export async function insertCheck(tx: Tx, check: Check & { readonly askAt: Date }): Promise<void> {
  await tx.named(
    'retaliation.plan',
    'insert into retaliation_check (id, ticket_id, days, ended_at, ask_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    [check.id, check.ticketId, check.days, check.endedAt, check.askAt],
  )
}

/** In the text of the statement, so that its plan does not reckon with a tenth of all rows. */
const pageSize = 100

/** One page of the checks whose day has come, locked; what another worker holds is passed over. */
export async function lockDueChecks(tx: Tx, now: Date): Promise<Check[]> {
  return tx.named<Check>(
    'retaliation.due',
    `select id, ticket_id as "ticketId", days, ended_at as "endedAt" from retaliation_check
     where asked_at is null and ask_at <= $1 order by ask_at, id limit ${pageSize} for update skip locked`,
    [now],
  )
}

export async function saveAsked(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.named('retaliation.asked', 'update retaliation_check set asked_at = $2 where id = $1', [id, at])
}

export async function deleteCheck(tx: Tx, id: string): Promise<void> {
  await tx.named('retaliation.drop', 'delete from retaliation_check where id = $1', [id])
}

/** The latest check that was asked, if it is not answered yet; locked, so that one of two fingers answers. */
export async function lockOpenCheck(tx: Tx, ticketId: string): Promise<Check | null> {
  const rows = await tx.named<Check>(
    'retaliation.lock_open',
    `select c.id, c.ticket_id as "ticketId", c.days, c.ended_at as "endedAt" from retaliation_check c
     where c.ticket_id = $1 and c.asked_at is not null
     order by c.ask_at desc limit 1 for update`,
    [ticketId],
  )
  const check = rows[0]
  if (check === undefined) return null
  const answered = await tx.named('retaliation.is_answered', 'select from retaliation_answer where check_id = $1', [check.id])
  return answered.length === 0 ? check : null
}

export type NewAnswer = CheckAnswer & {
  readonly checkId: string
  readonly ticketId: string
  readonly at: Date
  readonly openedTicketId: string | null
  readonly sealedCode: Buffer | null
  readonly sessionHash: Buffer | null
}

export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<void> {
  await tx.named(
    'retaliation.answer',
    `insert into retaliation_answer (check_id, ticket_id, at, treated, pressed, opened_ticket_id, sealed_code, session_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      answer.checkId,
      answer.ticketId,
      answer.at,
      answer.treated,
      answer.pressed,
      answer.openedTicketId,
      answer.sealedCode,
      answer.sessionHash,
    ],
  )
}

export type ShownCode = { readonly checkId: string; readonly openedTicketId: string; readonly sealedCode: Buffer }

/** The code that this browser may still be shown. */
export async function loadShownCode(tx: Tx, ticketId: string, sessionHash: Buffer, since: Date): Promise<ShownCode | null> {
  const rows = await tx.named<ShownCode>(
    'retaliation.code',
    `select check_id as "checkId", opened_ticket_id as "openedTicketId", sealed_code as "sealedCode" from retaliation_answer
     where ticket_id = $1 and session_hash = $2 and at > $3 and sealed_code is not null and opened_ticket_id is not null
     order by at desc limit 1`,
    [ticketId, sessionHash, since],
  )
  return rows[0] ?? null
}

export async function forgetCodes(tx: Tx, before: Date): Promise<void> {
  await tx.named(
    'retaliation.forget_codes',
    'update retaliation_answer set sealed_code = null, session_hash = null where sealed_code is not null and at < $1',
    [before],
  )
}
