import type { Tx } from '../../platform/database/index.ts'

export type Finding = { readonly at: Date; readonly officerName: string; readonly cause: string; readonly words: string }

/** What was last found to lie behind a report. */
export async function loadFinding(tx: Tx, ticketId: string): Promise<Finding | null> {
  const rows = await tx.named<Finding>(
    'cause.finding',
    `select at, officer_name as "officerName", cause, words from cause_finding where ticket_id = $1 order by at desc, id desc limit 1`,
    [ticketId],
  )
  return rows[0] ?? null
}

export type ActionRow = {
  readonly id: string
  readonly officeId: string
  readonly category: string
  readonly cause: string
  readonly words: string
  readonly ownerId: string
  readonly ownerName: string
  /** `YYYY-MM-DD`. */
  readonly dueOn: string
  readonly createdAt: Date
  readonly ticketId: string | null
  readonly proposalId: string | null
  readonly doneAt: Date | null
  readonly doneWords: string | null
  readonly verifiedAt: Date | null
  readonly verifiedName: string | null
  readonly evidence: string | null
}

const actionColumns = `id, office_id as "officeId", category, cause, words, owner_id as "ownerId", owner_name as "ownerName",
  to_char(due_on, 'YYYY-MM-DD') as "dueOn", created_at as "createdAt", ticket_id as "ticketId", proposal_id as "proposalId", done_at as "doneAt",
  done_words as "doneWords", verified_at as "verifiedAt", verified_name as "verifiedName", evidence`

/** What is not verified yet, as far as the officer sees it: the latest first; of what is due on one day what is not done. */
export async function listOpenActions(tx: Tx): Promise<ActionRow[]> {
  return tx.named<ActionRow>(
    'cause.open_actions',
    `select ${actionColumns} from cause_action where verified_at is null order by done_at is not null, due_on, id limit 200`,
  )
}

export async function loadAction(tx: Tx, id: string): Promise<ActionRow | null> {
  const rows = await tx.named<ActionRow>('cause.action', `select ${actionColumns} from cause_action where id = $1`, [id])
  return rows[0] ?? null
}

export async function listActionsOf(tx: Tx, ticketId: string): Promise<ActionRow[]> {
  return tx.named<ActionRow>('cause.actions_of', `select ${actionColumns} from cause_action where ticket_id = $1 order by created_at, id`, [
    ticketId,
  ])
}

export type ProposalRow = {
  readonly id: string
  readonly officeId: string
  readonly category: string
  readonly shielded: boolean
  readonly tickets: number
  readonly openedAt: Date
  readonly state: 'open' | 'accepted' | 'dismissed'
  readonly decidedName: string | null
  readonly decidedAt: Date | null
  readonly reason: string | null
}

const proposalColumns = `id, office_id as "officeId", category, shielded, tickets, opened_at as "openedAt", state, decided_name as "decidedName",
  decided_at as "decidedAt", reason`

export async function listOpenProposals(tx: Tx): Promise<ProposalRow[]> {
  return tx.named<ProposalRow>(
    'cause.open_proposals',
    `select ${proposalColumns} from cause_proposal where state = 'open' order by tickets desc, opened_at, id limit 100`,
  )
}

export async function loadProposal(tx: Tx, id: string): Promise<ProposalRow | null> {
  const rows = await tx.named<ProposalRow>('cause.proposal', `select ${proposalColumns} from cause_proposal where id = $1`, [id])
  return rows[0] ?? null
}

/** The reports of a proposal that the officer may open. */
export async function listProposalTickets(
  tx: Tx,
  id: string,
): Promise<readonly { readonly id: string; readonly number: string; readonly title: string }[]> {
  return tx.named(
    'cause.proposal_tickets',
    `select t.id, t.number, t.title from cause_proposal_ticket p join record_ticket t on t.id = p.ticket_id
     where p.proposal_id = $1 order by t.submitted_at desc, t.id limit 20`,
    [id],
  )
}

/** Whether the topic of a report was proposed since a moment and not dismissed. The service itself asks. */
export async function wasProposed(tx: Tx, ticketId: string, since: Date): Promise<boolean> {
  const rows = await tx.named(
    'cause.was_proposed',
    `select from cause_proposal_ticket pt join cause_proposal p on p.id = pt.proposal_id
     where pt.ticket_id = $1 and p.state <> 'dismissed' and p.opened_at > $2`,
    [ticketId, since],
  )
  return rows.length > 0
}
