/** Roles an officer may hold in a unit (product.md, People). */
export const roles = ['intake', 'handler', 'manager', 'compliance', 'administrator', 'auditor'] as const
export type Role = (typeof roles)[number]

/** Roles that see restricted tickets of their unit without being the assignee. */
export const supervisingRoles: readonly Role[] = ['manager', 'compliance']
/** Roles that see tickets of their unit at all; administrators and auditors do not (acceptance L3). */
export const handlingRoles: readonly Role[] = ['intake', 'handler', 'manager', 'compliance']

/**
 * The one table of rights: a permission and the roles that carry it. Routes name a permission; row-level security under
 * it decides on which tickets.
 */
export const grants = {
  /** The complainant's own ticket, by number and code: given to no role. */
  'ticket.own': [],
  'console.enter': ['intake', 'handler', 'manager', 'compliance', 'administrator', 'auditor'],
  'inbox.read': ['intake', 'handler', 'manager', 'compliance'],
  'ticket.read': ['intake', 'handler', 'manager', 'compliance'],
  'ticket.register': ['intake', 'handler', 'manager', 'compliance'],
  'ticket.handle': ['handler', 'manager', 'compliance'],
  /** A second pair of eyes on an answer before it is sent; never the author's own. */
  'answer.approve': ['manager', 'compliance'],
  /** Says how grave a matter is. */
  'ticket.triage': ['intake', 'handler', 'manager', 'compliance'],
  /** What lies behind a report, and what is changed because of it. */
  'cause.record': ['handler', 'manager', 'compliance'],
  /** Whether what keeps coming is changed, and whether it was. */
  'cause.decide': ['manager', 'compliance'],
  /** A second look at what another one answered, and who takes it. */
  'ticket.review': ['manager', 'compliance'],
  'ticket.note': ['intake', 'handler', 'manager', 'compliance'],
  /** The part of one's own unit in what another one handles. */
  'contribution.give': ['intake', 'handler', 'manager', 'compliance'],
  /** One thing that made many complain, and the reports that belong to it. */
  'mass_event.record': ['intake', 'handler', 'manager', 'compliance'],
  /** What nobody has, or oneself, goes to a colleague. */
  'ticket.hand_over': ['intake', 'handler', 'manager', 'compliance'],
  /** Anything of the unit goes to anybody of it, also from somebody else's hand. */
  'ticket.assign': ['manager', 'compliance'],
  'ticket.transfer': ['intake', 'handler', 'manager', 'compliance'],
  'ticket.archive': ['handler', 'manager', 'compliance'],
  /** Whom a ticket complains of, and so from whom it is kept. */
  'conduct.name': ['compliance'],
  /** Asks to open the identity behind an anonymous report; a second person decides, never who asked (acceptance A5). */
  'identity.ask': ['handler', 'manager', 'compliance'],
  'identity.approve': ['manager', 'compliance'],
  /** Both, of a report that is kept from somebody. */
  'identity.shielded': ['compliance'],
  /** A later date for the complainant is a decision of whoever answers for the unit. */
  'ticket.extend': ['manager', 'compliance'],
  /** Beginnings of answers: of the unit its manager's, of all units the administrator's. */
  'template.administer': ['manager', 'compliance', 'administrator'],
  'office.load': ['manager', 'compliance'],
  'account.own': ['intake', 'handler', 'manager', 'compliance', 'administrator', 'auditor'],
  'office.administer': ['administrator'],
  'officer.administer': ['administrator'],
  'category.administer': ['administrator'],
  'assignment.administer': ['administrator'],
  'calendar.administer': ['administrator'],
  'text.administer': ['administrator'],
  'outbox.read': ['administrator'],
  'trail.read': ['auditor'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Permission = keyof typeof grants
export const allPermissions: readonly Permission[] = Object.keys(grants) as Permission[]

export function permissionsOf(role: Role): readonly Permission[] {
  return allPermissions.filter((permission) => (grants[permission] as readonly Role[]).includes(role))
}

/** The roles that carry a right. */
export function rolesWith(permission: Permission): readonly Role[] {
  return grants[permission]
}
