/** One fact for the trail, before it is chained. */
export type TrailEntry = {
  readonly id: string
  readonly at: Date
  readonly event: string
  readonly outcome: 'done' | 'refused'
  readonly actorKind: string
  readonly actorId: string | null
  readonly actorName: string | null
  readonly actorRoles: readonly string[]
  readonly objectType: string | null
  readonly objectId: string | null
  readonly reason: string | null
  readonly address: string | null
  readonly requestId: string
  readonly details: Readonly<Record<string, unknown>>
}

/** Keys in one order everywhere, so that a row gives the same text however the database hands its JSON back. */
function canonical(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(canonical)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, inner]) => [key, canonical(inner)]),
    )
  }
  return value
}

/** The text of an entry that goes into the chain: every column of the row takes part. */
export function canonicalText(entry: TrailEntry): string {
  return JSON.stringify(canonical(entry))
}
