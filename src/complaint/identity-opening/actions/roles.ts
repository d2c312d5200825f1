import type { Context } from '../../../platform/context.ts'
import type { LoadedTicket } from '../../record/index.ts'

/** The roles that an officer has in the ticket's unit: what the complainant is told instead of a name. */
export function findRoles({ actor }: Context, { standing }: LoadedTicket): readonly string[] {
  return actor.assignments
    .filter(({ officeId }) => officeId === standing.officeId)
    .map(({ role }) => role)
    .sort()
}
