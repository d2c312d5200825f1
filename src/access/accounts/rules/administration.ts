import type { Result } from '../../../platform/result.ts'

export const officeTypes = ['ditjen', 'compliance', 'kanwil', 'kanim', 'ukk', 'ulp', 'rudenim', 'tpi', 'perwakilan'] as const
export const timeZones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] as const

/** Who changes whom, and who else could still administer the service afterwards. */
export type Administering = {
  readonly actorId: string | null
  readonly officerId: string
  readonly wasAdministrator: boolean
  /** Active administrators beside this officer. */
  readonly otherAdministrators: number
}

export type AdministrationProblem = 'own_administrator' | 'last_administrator' | 'own_account' | 'own_sight'

/** Administrators do not give themselves sight of tickets or of the trail (acceptance L3); another administrator can, on record. */
export function checkOwnSight(change: Administering, gains: boolean): Result<null, AdministrationProblem> {
  return gains && change.actorId === change.officerId ? { ok: false, error: 'own_sight' } : { ok: true, value: null }
}

/** Nobody takes the role of administrator from themselves by mistake, and the service never loses its last one. */
export function checkRoles(change: Administering, staysAdministrator: boolean): Result<null, AdministrationProblem> {
  if (!change.wasAdministrator || staysAdministrator) return { ok: true, value: null }
  if (change.otherAdministrators === 0) return { ok: false, error: 'last_administrator' }
  if (change.actorId === change.officerId) return { ok: false, error: 'own_administrator' }
  return { ok: true, value: null }
}

/** Whether this officer may be switched off. */
export function checkDeactivation(change: Administering): Result<null, AdministrationProblem> {
  if (change.wasAdministrator && change.otherAdministrators === 0) return { ok: false, error: 'last_administrator' }
  return change.actorId === change.officerId ? { ok: false, error: 'own_account' } : { ok: true, value: null }
}
