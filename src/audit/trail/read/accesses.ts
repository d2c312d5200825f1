import type { Tx } from '../../../platform/database/index.ts'

/** One time that an officer opened or changed something; who by role, never by name. */
export type Access = { readonly at: Date; readonly event: string; readonly roles: readonly string[] }

/** Times at which officers saw or changed one object, newest first, at most 500. */
export async function readAccesses(tx: Tx, objectType: string, objectId: string): Promise<Access[]> {
  return tx.named<Access>(
    'trail.accesses',
    `select at, event, actor_roles as roles from trail_entry
     where object_id = $2 and object_type = $1 and actor_kind = 'officer' and outcome = 'done' order by at desc limit 500`,
    [objectType, objectId],
  )
}
