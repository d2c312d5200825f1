/** Acceptance S1: a console left alone closes after half an hour, and after twelve hours in any case. */
export const idleMinutes = 30
export const absoluteHours = 12
/** `seen_at` is written at most this often; an idle limit of half an hour does not need every click. */
export const touchSeconds = 60

export type SessionTimes = { readonly createdAt: Date; readonly seenAt: Date }

export function isSessionAlive(session: SessionTimes, now: Date): boolean {
  const idle = now.getTime() - session.seenAt.getTime()
  const age = now.getTime() - session.createdAt.getTime()
  return idle <= idleMinutes * 60_000 && age <= absoluteHours * 3_600_000
}

export function isTouchDue(session: SessionTimes, now: Date): boolean {
  return now.getTime() - session.seenAt.getTime() > touchSeconds * 1000
}

/** The bounds of sessions that still open something, for lists. */
export function aliveSince(now: Date): { readonly created: Date; readonly seen: Date } {
  return { created: new Date(now.getTime() - absoluteHours * 3_600_000), seen: new Date(now.getTime() - idleMinutes * 60_000) }
}
