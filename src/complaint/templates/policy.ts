import { mayIn } from '../../access/accounts/rules.ts'
import type { Actor } from '../../platform/context.ts'

/** Those of every unit are the administrator's, those of one unit its manager's. */
export function mayEdit(actor: Actor, officeId: string | null): boolean {
  return officeId === null
    ? actor.permissions.has('text.administer')
    : mayIn(actor, 'template.administer', officeId) && !isOnlyAdministrator(actor, officeId)
}

/** Administrators hold their role in some unit, and do not thereby lead it. */
function isOnlyAdministrator({ assignments }: Actor, officeId: string): boolean {
  return !assignments.some(({ role, officeId: held }) => held === officeId && role !== 'administrator')
}
