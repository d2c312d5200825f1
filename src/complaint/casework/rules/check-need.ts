import { type CheckNeed, needsCheck } from '../../answering/rules.ts'
import { isConduct } from '../../intake/rules.ts'
import { type Kind, type Outcome, outcomes } from '../../record/events.ts'
import type { TicketStanding } from '../../record/rules.ts'

type Asked = {
  readonly kind: Kind
  readonly secret: boolean
  readonly standing: Pick<TicketStanding, 'class' | 'category' | 'restricted' | 'severity'>
}

function readOutcome(typed: string | undefined): Outcome | null {
  return outcomes.find((outcome) => outcome === typed) ?? null
}

/** Who approves in a unit, and whose answer it is. */
export type Approvers = { readonly ids: readonly string[]; readonly authorId: string }

/**
 * A unit smaller than the table asks for lets everybody approve whom it has, at least one other: else no answer ever went out. The number is
 * that of the check and stands in its event.
 */
export function fitToUnit(need: CheckNeed, { ids, authorId }: Approvers): CheckNeed {
  const others = new Set(ids.filter((id) => id !== authorId)).size
  return { ...need, approvals: Math.max(1, Math.min(need.approvals, others)) }
}

/** The check that an answer to this ticket needs before it is sent, with the outcome that is chosen; null when it needs none. */
export function findCheckNeed({ kind, secret, standing }: Asked, outcome: string | undefined): CheckNeed | null {
  const { category, restricted, severity } = standing
  const conduct = isConduct(kind, category)
  return needsCheck({ class: standing.class, conduct, restricted, secret, severity, outcome: readOutcome(outcome) })
}
