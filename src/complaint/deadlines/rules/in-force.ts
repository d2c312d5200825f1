/** What tells versions of a rule apart, and from which day (`YYYY-MM-DD`) each one counts. */
type Version = { readonly id: string; readonly version: number; readonly validFrom: string }

function isNewer(one: Version, than: Version | undefined): boolean {
  if (than === undefined) return true
  return one.validFrom === than.validFrom ? one.version > than.version : one.validFrom > than.validFrom
}

/** Of each rule the version in force on a day of the office: the latest that is valid by then. A rule of later days has none. */
export function rulesInForce<V extends Version>(versions: readonly V[], day: string): readonly V[] {
  const byId = new Map<string, V>()
  for (const one of versions) if (one.validFrom <= day && isNewer(one, byId.get(one.id))) byId.set(one.id, one)
  return [...byId.values()]
}
