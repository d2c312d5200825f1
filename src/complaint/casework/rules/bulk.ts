/** What can be done with many tickets at once: what can be taken back as it was. Nothing a complainant is asked or told for good. */
export const bulkDeeds = ['take', 'assign', 'release'] as const
export type BulkDeed = (typeof bulkDeeds)[number]

/** At most as many as two pages show. */
export const mostAtOnce = 100

const undoMinutes = 10

export function mayUndo(bulk: { readonly at: Date; readonly undoneAt: Date | null }, now: Date): boolean {
  return bulk.undoneAt === null && now.getTime() - bulk.at.getTime() <= undoMinutes * 60_000
}

/** The order after one of them was moved; the same where it cannot go further. */
export function moveInOrder(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const place = ids.indexOf(id)
  const other = ids[place + by]
  if (place < 0 || other === undefined) return ids
  return ids.map((each) => (each === id ? other : each === other ? id : each))
}
