import type { Tx } from '../../../platform/database/index.ts'
import type { AdminFigures, OfficeLine, OfficerLine, OfficerView } from '../rules/views.ts'

/** What the start page of the administration says about the state of things. */
export async function loadAdminFigures(tx: Tx): Promise<AdminFigures> {
  const { rows } = await tx.query<AdminFigures>(
    `select count(*) filter (where active)::int as officers,
       count(*) filter (where active and totp_secret is null)::int as "withoutSecondFactor",
       count(*) filter (where active and password_hash is null)::int as "neverSignedIn",
       (select count(*)::int from accounts_office where active) as offices,
       array(select f.name from accounts_office f where f.active
         and exists (select from accounts_role r join accounts_officer o on o.id = r.officer_id and o.active where r.office_id = f.id and r.role in ('intake', 'handler'))
         and not exists (select from accounts_role r join accounts_officer o on o.id = r.officer_id and o.active
           where r.office_id = f.id and r.role in ('manager', 'compliance')) order by f.name) as "withoutManager"
     from accounts_officer`,
  )
  return rows[0] ?? { officers: 0, withoutSecondFactor: 0, neverSignedIn: 0, offices: 0, withoutManager: [] }
}

export type OfficeFilter = { readonly words: string; readonly type: string | null; readonly active: boolean | null }

/** Units with how many active officers each has; there are some hundreds at most, so they stand on one page. */
export async function loadOfficeLines(tx: Tx, filter: OfficeFilter): Promise<OfficeLine[]> {
  const { rows } = await tx.query<OfficeLine>(
    `select f.id, f.code, f.name, f.type, f.class, f.city, f.province, f.time_zone as "timeZone", f.active, f.selectable,
       (select count(distinct r.officer_id)::int from accounts_role r join accounts_officer o on o.id = r.officer_id and o.active where r.office_id = f.id) as officers
     from accounts_office f
     where ($1 = '' or strpos(lower(concat_ws(' ', f.name, f.code, f.city, f.province)), lower($1)) > 0)
       and ($2::text is null or f.type = $2) and ($3::boolean is null or f.active = $3)
     order by f.province nulls first, f.name`,
    [filter.words, filter.type, filter.active],
  )
  return rows
}

export type OfficerFilter = {
  readonly words: string
  readonly officeId: string | null
  readonly role: string | null
  readonly active: boolean | null
  /** Name and id of the last line of the page before. */
  readonly after: { readonly name: string; readonly id: string } | null
}

const officerColumns = `o.id, o.name, o.email, o.active, o.demo, o.totp_secret is not null as "secondFactor", o.password_hash is not null as "hasPassword",
  coalesce((select jsonb_agg(jsonb_build_object('role', r.role, 'officeId', r.office_id, 'officeName', f.name) order by f.name, r.role)
    from accounts_role r join accounts_office f on f.id = r.office_id where r.officer_id = o.id), '[]') as roles`

const officerCondition = `($1 = '' or strpos(lower(o.name || ' ' || o.email), lower($1)) > 0)
  and (($2::uuid is null and $3::text is null)
    or exists (select from accounts_role r where r.officer_id = o.id and ($2::uuid is null or r.office_id = $2) and ($3::text is null or r.role = $3)))
  and ($4::boolean is null or o.active = $4)`

function valuesOf(filter: OfficerFilter): unknown[] {
  return [filter.words, filter.officeId, filter.role, filter.active]
}

/** One page of officers by name, and one more if there is a next. */
export async function loadOfficerLines(tx: Tx, filter: OfficerFilter, most: number): Promise<OfficerLine[]> {
  const { rows } = await tx.query<OfficerLine>(
    `select ${officerColumns} from accounts_officer o
     where ${officerCondition} and ($5::text is null or (lower(o.name), o.id) > (lower($5), $6::uuid))
     order by lower(o.name), o.id limit $7`,
    [...valuesOf(filter), filter.after?.name ?? null, filter.after?.id ?? null, most],
  )
  return rows
}

export async function countOfficers(tx: Tx, filter: OfficerFilter): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from accounts_officer o where ${officerCondition}`,
    valuesOf(filter),
  )
  return rows[0]?.count ?? 0
}

export async function loadOfficerView(
  tx: Tx,
  id: string,
  aliveSince: { readonly created: Date; readonly seen: Date },
): Promise<OfficerView | null> {
  const { rows } = await tx.query<OfficerView>(
    `select ${officerColumns}, o.language, o.created_at as "createdAt",
       (select count(*)::int from accounts_session s where s.officer_id = o.id and s.created_at > $2 and s.seen_at > $3) as sessions
     from accounts_officer o where o.id = $1`,
    [id, aliveSince.created, aliveSince.seen],
  )
  return rows[0] ?? null
}
