import type { Tx } from '../../../platform/database/index.ts'

export async function saveWork(
  tx: Tx,
  officerId: string,
  work: { readonly languages: readonly string[]; readonly skills: readonly string[] },
): Promise<void> {
  await tx.query(
    `insert into accounts_work (officer_id, languages, skills) values ($1, $2, $3)
     on conflict (officer_id) do update set languages = excluded.languages, skills = excluded.skills`,
    [officerId, work.languages, work.skills],
  )
}

export type NewAbsence = {
  readonly id: string
  readonly officerId: string
  readonly from: string
  readonly until: string
  readonly deputyId: string | null
  readonly enteredBy: string
}

export async function insertAbsence(tx: Tx, absence: NewAbsence): Promise<void> {
  await tx.query(
    'insert into accounts_absence (id, officer_id, from_day, until_day, deputy_id, entered_by) values ($1, $2, $3, $4, $5, $6)',
    [absence.id, absence.officerId, absence.from, absence.until, absence.deputyId, absence.enteredBy],
  )
}

/** False when this officer has no such absence. */
export async function deleteAbsence(tx: Tx, officerId: string, id: string): Promise<boolean> {
  const { count } = await tx.query('delete from accounts_absence where officer_id = $1 and id = $2', [officerId, id])
  return count === 1
}

export type NewTraining = {
  readonly id: string
  readonly trainerId: string
  readonly traineeId: string
  readonly from: string
  readonly enteredBy: string
}

export async function insertTraining(tx: Tx, training: NewTraining): Promise<void> {
  await tx.query('insert into accounts_training (id, trainer_id, trainee_id, from_day, entered_by) values ($1, $2, $3, $4, $5)', [
    training.id,
    training.trainerId,
    training.traineeId,
    training.from,
    training.enteredBy,
  ])
}

/** Ends a training with this day; one that was to begin later never was. False when this officer has no such training that goes on. */
export async function endTraining(tx: Tx, officerId: string, id: string, day: string): Promise<boolean> {
  const { count } = await tx.query(
    `update accounts_training set until_day = greatest(from_day, $3::date)
     where id = $2 and $1 in (trainer_id, trainee_id) and (until_day is null or until_day > $3::date)`,
    [officerId, id, day],
  )
  return count === 1
}
