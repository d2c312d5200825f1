import type { Tx } from '../../platform/database/index.ts'
import type { Kind } from '../record/events.ts'
import type { AssignmentRule, Target } from './rules.ts'

/** Asked for with each new report and changed a few times a month. */
export const rulesMemory = 'assignment.rules'
export const queuesMemory = 'assignment.queues'

type Row = Omit<AssignmentRule, 'target'> & {
  readonly to: Target['to']
  readonly skill: string | null
  readonly speaks: boolean
  readonly most: number | null
  readonly officerId: string | null
  readonly queueId: string | null
  readonly kind: Kind | null
}

function toRule({ to, skill, speaks, most, officerId, queueId, ...rule }: Row): AssignmentRule {
  const target: Target =
    to === 'people' ? { to, skill, speaks, most } : to === 'person' ? { to, officerId: officerId ?? '' } : { to, queueId: queueId ?? '' }
  return { ...rule, target }
}

/** All rules in their order. */
export async function loadAssignmentRules(tx: Tx): Promise<readonly AssignmentRule[]> {
  return tx.recall(rulesMemory, async () => {
    const rows = await tx.named<Row>(
      rulesMemory,
      `select id, position, name, active, office_id as "officeId", category, language, kind, target as "to", skill, speaks, most,
         officer_id as "officerId", queue_id as "queueId" from assignment_rule order by position, name, id`,
    )
    return rows.map(toRule)
  })
}

/** A team with those who belong to it. */
export type Queue = {
  readonly id: string
  readonly officeId: string
  readonly name: string
  readonly active: boolean
  readonly memberIds: readonly string[]
}

/** All teams by unit and name. */
export async function loadQueues(tx: Tx): Promise<readonly Queue[]> {
  return tx.recall(queuesMemory, () =>
    tx.named<Queue>(
      queuesMemory,
      `select q.id, q.office_id as "officeId", q.name, q.active,
         array(select m.officer_id::text from assignment_member m where m.queue_id = q.id order by 1) as "memberIds"
       from assignment_queue q order by q.office_id, q.name`,
    ),
  )
}
