import { Client, openSession } from './client.ts'
import { addOfficer, type TestOfficer, type TestService } from './service.ts'

/** An officer at the console, with a page already seen so that forms can be sent. */
export type Console = { readonly officer: TestOfficer; readonly client: Client }

export async function openConsole(
  service: TestService,
  assignments: readonly { role: string; officeId: string }[],
  name?: string,
): Promise<Console> {
  const officer = await addOfficer(service, assignments, name)
  const client = new Client(service.app)
  await openSession(service, client, officer.id)
  await client.get('/petugas')
  return { officer, client }
}

export type TrailLine = {
  readonly event: string
  readonly outcome: string
  readonly object_id: string | null
  readonly reason: string | null
  readonly actor_id: string | null
  readonly details: Readonly<Record<string, unknown>>
}

/** What stands in the trail since a moment of the test: call it before, and the answer tells what came after. */
export async function watchTrail(service: TestService): Promise<() => Promise<TrailLine[]>> {
  const { rows } = await service.owner.query<{ id: string }>('select id from trail_entry')
  const before = rows.map(({ id }) => id)
  return async () => {
    // By the transaction that wrote them: the place in the table is that of another, undone entry once it was tidied up.
    const after = await service.owner.query<TrailLine>(
      `select event, outcome, object_id, reason, actor_id, details from trail_entry where not id = any ($1) order by xmin::text::bigint, ctid`,
      [before],
    )
    return after.rows
  }
}
