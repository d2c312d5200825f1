import type { Tx } from '../../platform/database/index.ts'

export type NewFinding = {
  readonly id: string
  readonly ticketId: string
  readonly at: Date
  readonly officerId: string
  readonly officerName: string
  readonly cause: string
  readonly words: string
}

export function insertFinding(tx: Tx, finding: NewFinding): void {
  tx.send(
    'cause.add_finding',
    'insert into cause_finding (id, ticket_id, at, officer_id, officer_name, cause, words) values ($1, $2, $3, $4, $5, $6, $7)',
    [finding.id, finding.ticketId, finding.at, finding.officerId, finding.officerName, finding.cause, finding.words],
  )
}

export type NewAction = {
  readonly id: string
  readonly officeId: string
  readonly category: string
  readonly cause: string
  readonly words: string
  readonly ownerId: string
  readonly ownerName: string
  readonly dueOn: string
  readonly at: Date
  readonly byId: string
  readonly ticketId: string | null
  readonly proposalId: string | null
}

export function insertAction(tx: Tx, action: NewAction): void {
  tx.send(
    'cause.add_action',
    `insert into cause_action (id, office_id, category, cause, words, owner_id, owner_name, due_on, created_at, created_by, ticket_id, proposal_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      action.id,
      action.officeId,
      action.category,
      action.cause,
      action.words,
      action.ownerId,
      action.ownerName,
      action.dueOn,
      action.at,
      action.byId,
      action.ticketId,
      action.proposalId,
    ],
  )
}

/** False where somebody was first. */
export async function saveDone(tx: Tx, id: string, done: { readonly at: Date; readonly words: string }): Promise<boolean> {
  const rows = await tx.named(
    'cause.done',
    'update cause_action set done_at = $2, done_words = $3 where id = $1 and done_at is null returning id',
    [id, done.at, done.words],
  )
  return rows.length === 1
}

type Verification = { readonly at: Date; readonly officerId: string; readonly officerName: string; readonly evidence: string }

/** False where somebody was first. */
export async function saveVerified(tx: Tx, id: string, { at, officerId, officerName, evidence }: Verification): Promise<boolean> {
  const rows = await tx.named(
    'cause.verify',
    `update cause_action set verified_at = $2, verified_by = $3, verified_name = $4, evidence = $5
     where id = $1 and verified_at is null and done_at is not null returning id`,
    [id, at, officerId, officerName, evidence],
  )
  return rows.length === 1
}

export type Repeat = {
  readonly officeId: string
  readonly category: string
  readonly shielded: boolean
  readonly ticketIds: readonly string[]
}

/**
 * What came at least so often of one unit and topic since a moment and since it was last proposed. Reports that are kept from somebody are counted
 * apart. Unit by unit, because that is how the tickets of a time are found without reading all others.
 */
export async function findRepeats(tx: Tx, since: Date, least: number): Promise<Repeat[]> {
  return tx.named<Repeat>(
    'cause.repeats',
    `with recent as (
       select t.id, coalesce(t.concerned_office_id, t.office_id) as office_id, t.category, t.submitted_at,
         exists (select from conduct_excluded_unit u where u.ticket_id = t.id)
           or exists (select from conduct_excluded_officer e where e.ticket_id = t.id) as shielded
       from accounts_office o cross join lateral (
         select id, concerned_office_id, office_id, category, submitted_at, kind, state from record_ticket
         where office_id = o.id and submitted_at > $1) t
       where t.kind in ('complaint', 'criticism') and t.state not in ('archived', 'withdrawn', 'transferred'))
     select office_id as "officeId", category, shielded, array_agg(id order by submitted_at, id) as "ticketIds" from recent r
     where submitted_at > coalesce((select max(opened_at) from cause_proposal p
       where p.office_id = r.office_id and p.category = r.category and p.shielded = r.shielded), '-infinity')
     group by office_id, category, shielded having count(*) >= $2 order by office_id, category, shielded`,
    [since, least],
  )
}

/** False where it is open already: whoever comes second opens none. */
export async function insertProposal(tx: Tx, proposal: Repeat & { readonly id: string; readonly at: Date }): Promise<boolean> {
  const { id, officeId, category, shielded, ticketIds, at } = proposal
  const rows = await tx.named(
    'cause.propose',
    `insert into cause_proposal (id, office_id, category, shielded, tickets, opened_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (office_id, category, shielded) where state = 'open' do nothing returning id`,
    [id, officeId, category, shielded, ticketIds.length, at],
  )
  if (rows.length === 0) return false
  tx.send('cause.propose_tickets', 'insert into cause_proposal_ticket (proposal_id, ticket_id) select $1, unnest($2::uuid[])', [
    id,
    ticketIds,
  ])
  return true
}

type Decision = {
  readonly state: 'accepted' | 'dismissed'
  readonly at: Date
  readonly officerId: string
  readonly officerName: string
  readonly reason: string | null
}

/** False where somebody decided first. */
export async function decideProposal(tx: Tx, id: string, { state, at, officerId, officerName, reason }: Decision): Promise<boolean> {
  const rows = await tx.named(
    'cause.decide',
    `update cause_proposal set state = $2, decided_at = $3, decided_by = $4, decided_name = $5, reason = $6
     where id = $1 and state = 'open' returning id`,
    [id, state, at, officerId, officerName, reason],
  )
  return rows.length === 1
}
