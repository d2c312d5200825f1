/** A role that somebody holds in a unit. */
export type Held = { readonly officerId: string; readonly officeId: string; readonly role: string }

/** A unit as the circle needs it. */
export type Unit = {
  readonly id: string
  readonly code: string
  readonly type: string
  readonly province: string | null
  readonly parentId?: string | null
}

/** Why somebody is kept away: named, of a unit complained of, set over one, or close to the person named. */
export type ExclusionReason = 'named' | 'unit' | 'superior' | 'approver' | 'training'

/** Somebody close to a person named: an approver of their answers, their trainer or trainee. */
export type Related = { readonly officerId: string; readonly reason: 'approver' | 'training' }

export type Circle = {
  readonly officers: readonly { readonly officerId: string; readonly reason: ExclusionReason }[]
  /** `superior`: only those who supervise there. */
  readonly units: readonly { readonly officeId: string; readonly reason: 'unit' | 'superior' }[]
}

/** Set over others: what they decide about a unit is part of what it does. */
const supervising: ReadonlySet<string> = new Set(['manager', 'compliance'])

/** The unit of last resort: where nobody of compliance is left, its head decides. It is kept away only where it is complained of itself. */
const headquarters = 'DITJEN'

/** The Kanwil that an administrator named, else that of the province. Above it stand only units that may have to take the case. */
function findAbove(unit: Unit, units: readonly Unit[]): Unit | null {
  if (unit.type === 'kanwil' || unit.code === headquarters) return null
  const regional = units.filter((other) => other.type === 'kanwil' && other.id !== unit.id)
  return regional.find(({ id }) => id === unit.parentId) ?? regional.find(({ province }) => province === unit.province) ?? null
}

function listAbove(unit: Unit, units: readonly Unit[], levels: number): readonly Unit[] {
  const above = levels > 0 ? findAbove(unit, units) : null
  return above === null ? [] : [above, ...listAbove(above, units, levels - 1)]
}

export type Naming = {
  /** Everybody and every unit that was ever named about this ticket. */
  readonly officerIds: readonly string[]
  readonly officeIds: readonly string[]
  readonly held: readonly Held[]
  readonly units: readonly Unit[]
  /** How many levels above a unit complained of are kept away with it. */
  readonly levels: number
  readonly related: readonly Related[]
}

/**
 * The units that go with those who are named: theirs, and those named as a whole. Of compliance only the named person goes: the unit
 * must stay able to look into the matter.
 */
export function findUnits({ officerIds, officeIds, held, units }: Omit<Naming, 'levels' | 'related'>): readonly Unit[] {
  const theirs = held.filter(({ officerId }) => officerIds.includes(officerId)).map(({ officeId }) => officeId)
  return units.filter(({ id, type }) => officeIds.includes(id) || (theirs.includes(id) && type !== 'compliance'))
}

/** The units above those, without any that is complained of itself. */
export function findSuperiors(complained: readonly Unit[], units: readonly Unit[], levels: number): readonly Unit[] {
  const above = complained.flatMap((unit) => listAbove(unit, units, levels))
  return units.filter((unit) => above.includes(unit) && !complained.includes(unit))
}

/** Who is kept away from the ticket. Whoever is there for several reasons is there for the nearest. */
export function findCircle(naming: Naming): Circle {
  const { officerIds, held, units, levels, related } = naming
  const complained = findUnits(naming)
  const superiors = findSuperiors(complained, units, levels)
  const inUnits = (list: readonly Unit[], { officeId }: Held): boolean => list.some(({ id }) => id === officeId)
  const reasons = new Map<string, ExclusionReason>()
  for (const { officerId, reason } of related) reasons.set(officerId, reason)
  for (const line of held) if (inUnits(superiors, line) && supervising.has(line.role)) reasons.set(line.officerId, 'superior')
  for (const line of held) if (inUnits(complained, line)) reasons.set(line.officerId, 'unit')
  for (const officerId of officerIds) reasons.set(officerId, 'named')
  return {
    officers: [...reasons].map(([officerId, reason]) => ({ officerId, reason })),
    units: [
      ...complained.map(({ id }) => ({ officeId: id, reason: 'unit' as const })),
      ...superiors.map(({ id }) => ({ officeId: id, reason: 'superior' as const })),
    ],
  }
}

export type Placing = {
  readonly currentId: string
  /** The units that may take the case, the first that can does. */
  readonly candidateIds: readonly string[]
  readonly circle: Circle
  /** Roles of those who may handle a ticket. */
  readonly handling: readonly Held[]
}

/** Where the ticket has to go now that the circle is known; null: it may stay where it is. */
export function findNewPlace({ currentId, candidateIds, circle, handling }: Placing): string | null {
  const isComplained = (unitId: string): boolean => circle.units.some(({ officeId, reason }) => officeId === unitId && reason === 'unit')
  const isAway = (id: string): boolean => circle.officers.some(({ officerId }) => officerId === id)
  const isManned = (unitId: string): boolean => handling.some(({ officeId, officerId }) => officeId === unitId && !isAway(officerId))
  const open = candidateIds.filter((id) => !isComplained(id))
  const stays = open.includes(currentId) ? [currentId] : []
  const place = [...stays, ...open].find(isManned) ?? stays[0] ?? open[0] ?? null
  return place === currentId ? null : place
}
