import type { Tx } from '../../platform/database/index.ts'
import { queuesMemory, rulesMemory } from './read.ts'
import type { AssignmentRule } from './rules.ts'

function toColumns({ target }: AssignmentRule): readonly unknown[] {
  const people = target.to === 'people' ? target : { skill: null, speaks: false, most: null }
  return [
    target.to,
    people.skill,
    people.speaks,
    people.most,
    target.to === 'person' ? target.officerId : null,
    target.to === 'queue' ? target.queueId : null,
  ]
}

/** A new rule, or all of one anew. */
export async function saveRule(tx: Tx, rule: AssignmentRule): Promise<void> {
  const { id, position, name, active, officeId, category, language, kind } = rule
  await tx.query(
    `insert into assignment_rule (id, position, name, active, office_id, category, language, kind, target, skill, speaks, most, officer_id, queue_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
     on conflict (id) do update set position = $2, name = $3, active = $4, office_id = $5, category = $6, language = $7, kind = $8, target = $9,
       skill = $10, speaks = $11, most = $12, officer_id = $13, queue_id = $14`,
    [id, position, name, active, officeId, category, language, kind, ...toColumns(rule)],
  )
  tx.forget(rulesMemory)
}

export async function deleteRule(tx: Tx, id: string): Promise<boolean> {
  const { count } = await tx.query('delete from assignment_rule where id = $1', [id])
  tx.forget(rulesMemory)
  return count === 1
}

export type QueueFacts = { readonly id: string; readonly officeId: string; readonly name: string; readonly active: boolean }

/** A new team or its facts anew; false when the unit has another team of this name. The unit of a team stays. */
export async function saveQueue(tx: Tx, { id, officeId, name, active }: QueueFacts): Promise<boolean> {
  const { count } = await tx.query(
    `insert into assignment_queue (id, office_id, name, active)
     select $1, $2, $3, $4 where not exists (select from assignment_queue where office_id = $2 and name = $3 and id <> $1)
     on conflict (id) do update set name = $3, active = $4`,
    [id, officeId, name, active],
  )
  tx.forget(queuesMemory)
  return count === 1
}

export async function replaceMembers(tx: Tx, queueId: string, officerIds: readonly string[]): Promise<void> {
  await tx.query('delete from assignment_member where queue_id = $1', [queueId])
  await tx.query('insert into assignment_member (queue_id, officer_id) select $1, id from unnest($2::uuid[]) id on conflict do nothing', [
    queueId,
    officerIds,
  ])
  tx.forget(queuesMemory)
}
