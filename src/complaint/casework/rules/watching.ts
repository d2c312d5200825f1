/** That something happened to these. */
type Happening = { readonly kind: string; readonly ids: readonly string[] }

/** A page left open is told of the last hours; older than that it is better opened anew. */
const longestHours = 12

/** The moment a page was made, out of its address; null where none stands there, or one that cannot be. */
export function readPageMoment(text: string | undefined, now: Date): Date | null {
  const at = Number(text)
  if (text === undefined || !Number.isInteger(at) || at > now.getTime() || at <= 0) return null
  return new Date(Math.max(at, now.getTime() - longestHours * 3_600_000))
}

/** The tickets of one unit that signals tell of, without what the officer did: their ids are ticket, unit and who did it. */
export function findTouched(signals: readonly Happening[], officeId: string, officerId: string | null): readonly string[] {
  return signals.flatMap(({ kind, ids: [ticketId, unitId, byId] }) =>
    kind === 'ticket' && ticketId !== undefined && unitId === officeId && byId !== officerId ? [ticketId] : [],
  )
}
