import type { Actor, Assignment } from '../../platform/context.ts'
import { handlingRoles, permissionsOf, type Role, roles, supervisingRoles } from './rules/roles.ts'

export { allPermissions, permissionsOf, type Role, roles, rolesWith } from './rules/roles.ts'
export { isSessionAlive, isTouchDue } from './rules/sessions.ts'
export { listSuperiors } from './rules/superior.ts'
export { skills, spokenLanguages } from './rules/work.ts'

export function isRole(value: unknown): value is Role {
  return typeof value === 'string' && (roles as readonly string[]).includes(value)
}

/** What somebody with these roles may do and reach. Rights count only inside each role's own unit (acceptance A3). */
export function composeOfficer(officer: {
  readonly id: string
  readonly name: string
  readonly assignments: readonly Assignment[]
}): Actor {
  const held = officer.assignments.map(({ role }) => role).filter(isRole)
  const officesOf = (wanted: readonly Role[]): string[] => [
    ...new Set(officer.assignments.filter(({ role }) => isRole(role) && wanted.includes(role)).map(({ officeId }) => officeId)),
  ]
  return {
    kind: 'officer',
    id: officer.id,
    name: officer.name,
    assignments: officer.assignments,
    permissions: new Set(held.flatMap((role) => permissionsOf(role))),
    reach: { offices: officesOf(handlingRoles), supervised: officesOf(supervisingRoles) },
  }
}

/** Whether the actor holds a role with this permission in this very unit. */
export function mayIn(actor: Actor, permission: string, officeId: string): boolean {
  return actor.assignments.some(
    (held) => held.officeId === officeId && isRole(held.role) && permissionsOf(held.role).some((granted) => granted === permission),
  )
}

/** Somebody who gave number and access code of one ticket: may do what belongs to it, and nothing else. */
export function composeKeyholder(ticketId: string): Actor {
  return {
    kind: 'keyholder',
    id: ticketId,
    name: null,
    assignments: [],
    permissions: new Set(['ticket.own']),
    reach: { offices: [], supervised: [] },
  }
}
