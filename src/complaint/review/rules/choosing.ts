/** Somebody who may review in a unit. */
export type Candidate = { readonly officerId: string; readonly officeId: string }

export type Choosing = {
  /** The unit that answered. */
  readonly currentId: string
  /** The units above it, the nearest first. */
  readonly aboveIds: readonly string[]
  /** Units from which the ticket is kept. */
  readonly keptIds: readonly string[]
  readonly candidates: readonly Candidate[]
  /** Who had a part in the answer, or from whom the ticket is kept. */
  readonly unfitIds: readonly string[]
}

/**
 * The unit that looks a second time: the nearest above where somebody may who had no part in the answer. Where there is none, the unit
 * itself with somebody else; and where nobody fits at all, the nearest above, where it is seen that nobody can: a complainant is never
 * refused because a unit is short of people.
 */
export function chooseUnit({ currentId, aboveIds, keptIds, candidates, unfitIds }: Choosing): string {
  const open = [...aboveIds, currentId].filter((id) => !keptIds.includes(id))
  const isManned = (unitId: string): boolean =>
    candidates.some(({ officeId, officerId }) => officeId === unitId && !unfitIds.includes(officerId))
  return open.find(isManned) ?? open[0] ?? currentId
}
