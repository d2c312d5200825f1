import type { Tx } from '../../../platform/database/index.ts'
import { rolesWith } from '../rules/roles.ts'
import type { WorkView } from '../rules/views.ts'

/** Somebody who can be given tickets of a unit, with all that a rule may ask of them. */
type Worker = {
  readonly id: string
  readonly name: string
  readonly languages: readonly string[]
  readonly skills: readonly string[]
  /** `YYYY-MM-DD` while they are away. */
  readonly awayUntil: string | null
  readonly deputyId: string | null
}

/** Who handles tickets in a unit, by name, and whether they are there on this day (`YYYY-MM-DD`). */
export async function loadWorkers(tx: Tx, officeId: string, day: string): Promise<Worker[]> {
  return tx.named<Worker>(
    'accounts.workers',
    `select o.id, o.name, coalesce(w.languages, '{}') as languages, coalesce(w.skills, '{}') as skills,
       to_char(a.until_day, 'YYYY-MM-DD') as "awayUntil", a.deputy_id as "deputyId"
     from accounts_officer o
     left join accounts_work w on w.officer_id = o.id
     left join lateral (select until_day, deputy_id from accounts_absence
       where officer_id = o.id and $3::date between from_day and until_day order by until_day desc limit 1) a on true
     where o.active and exists (select from accounts_role r where r.officer_id = o.id and r.office_id = $1 and r.role = any ($2))
     order by o.name, o.id`,
    [officeId, rolesWith('ticket.handle'), day],
  )
}

/** Who trains these officers or is trained by them, or was until some time after this moment. */
export async function loadTraining(tx: Tx, officerIds: readonly string[], since: Date): Promise<string[]> {
  const rows = await tx.named<{ id: string }>(
    'accounts.training',
    `select distinct case when trainer_id = any ($1) then trainee_id else trainer_id end as id from accounts_training
     where (trainer_id = any ($1) or trainee_id = any ($1)) and (until_day is null or until_day >= $2::date)`,
    [officerIds, since],
  )
  return rows.map(({ id }) => id)
}

/** What one officer can do and when they are away from this day on; null when there is no such officer. */
export async function loadWork(tx: Tx, officerId: string, day: string): Promise<WorkView | null> {
  const { rows } = await tx.query<WorkView>(
    `select o.id, o.name, coalesce(w.languages, '{}') as languages, coalesce(w.skills, '{}') as skills,
       coalesce((select jsonb_agg(jsonb_build_object('id', a.id, 'from', to_char(a.from_day, 'YYYY-MM-DD'), 'until', to_char(a.until_day, 'YYYY-MM-DD'),
           'deputy', d.name) order by a.from_day, a.id)
         from accounts_absence a left join accounts_officer d on d.id = a.deputy_id where a.officer_id = o.id and a.until_day >= $2), '[]') as absences,
       coalesce((select jsonb_agg(jsonb_build_object('id', t.id, 'trains', t.trainer_id = o.id, 'otherId', p.id, 'other', p.name, 'from', to_char(t.from_day, 'YYYY-MM-DD'),
           'until', to_char(t.until_day, 'YYYY-MM-DD'), 'over', coalesce(t.until_day <= $2::date, false)) order by t.from_day, t.id)
         from accounts_training t join accounts_officer p on p.id = case when t.trainer_id = o.id then t.trainee_id else t.trainer_id end
         where o.id in (t.trainer_id, t.trainee_id)), '[]') as trainings,
       coalesce(near.colleagues, '[]') as colleagues, coalesce(near.deputies, '[]') as deputies
     from accounts_officer o left join accounts_work w on w.officer_id = o.id
     cross join lateral (
       select jsonb_agg(c.option order by c.name, c.id) as colleagues, jsonb_agg(c.option order by c.name, c.id) filter (where c.handles) as deputies
       from (select other.id, other.name, jsonb_build_object('value', other.id, 'label', other.name) as option, bool_or(theirs.role = any ($3)) as handles
         from accounts_role mine join accounts_role theirs on theirs.office_id = mine.office_id
           join accounts_officer other on other.id = theirs.officer_id and other.active
         where mine.officer_id = o.id and other.id <> o.id group by other.id, other.name) c) near
     where o.id = $1`,
    [officerId, day, rolesWith('ticket.handle')],
  )
  return rows[0] ?? null
}
