import type { Kind } from '../../record/events.ts'

/** Whom a rule gives a report to. */
export type Target =
  /** Of those who have the skill and speak the language, who has the fewest open reports, and fewer than `most`. */
  | { readonly to: 'people'; readonly skill: string | null; readonly speaks: boolean; readonly most: number | null }
  | { readonly to: 'person'; readonly officerId: string }
  | { readonly to: 'queue'; readonly queueId: string }

/** One rule; what is null fits everything. */
export type AssignmentRule = {
  readonly id: string
  readonly position: number
  readonly name: string
  readonly active: boolean
  readonly officeId: string | null
  readonly category: string | null
  readonly language: string | null
  readonly kind: Kind | null
  readonly target: Target
}

/** What of a report decides who gets it. */
export type Matter = {
  readonly officeId: string
  readonly category: string
  readonly language: string
  readonly kind: Kind
  /** Kept to few inside the unit: a person opens it to another, never a rule. */
  readonly restricted: boolean
}

/** Somebody of the unit, with how much they have in hand. */
export type Candidate = {
  readonly id: string
  readonly name: string
  readonly languages: readonly string[]
  readonly skills: readonly string[]
  readonly awayUntil: string | null
  readonly deputyId: string | null
  readonly open: number
  /** The report is kept from them. */
  readonly kept: boolean
}

type Because = 'fewest' | 'named' | 'deputy'
export type Decision =
  | { readonly to: 'officer'; readonly rule: AssignmentRule; readonly officer: Candidate; readonly because: Because }
  | { readonly to: 'queue'; readonly rule: AssignmentRule; readonly queueId: string }

/** What became of one rule when it was tried. */
export type Tried = {
  readonly rule: AssignmentRule
  readonly outcome: 'off' | 'unfit' | 'restricted' | 'nobody' | 'decided' | 'not_reached'
}
export type Trial = { readonly decision: Decision | null; readonly tried: readonly Tried[] }

export type Unit = { readonly candidates: readonly Candidate[]; readonly queueIds: ReadonlySet<string> }

function fits({ officeId, category, language, kind }: AssignmentRule, matter: Matter): boolean {
  return (
    (officeId === null || officeId === matter.officeId) &&
    (category === null || category === matter.category || matter.category.startsWith(`${category}.`)) &&
    (language === null || language === matter.language) &&
    (kind === null || kind === matter.kind)
  )
}

/** Who is there and may have it; of somebody away their deputy, if that one is there. */
function standIn(candidate: Candidate | undefined, all: readonly Candidate[]): { officer: Candidate; deputy: boolean } | null {
  if (candidate === undefined) return null
  if (candidate.awayUntil === null) return candidate.kept ? null : { officer: candidate, deputy: false }
  const deputy = all.find(({ id }) => id === candidate.deputyId)
  return deputy === undefined || deputy.awayUntil !== null || deputy.kept ? null : { officer: deputy, deputy: true }
}

function choose(
  target: Exclude<Target, { to: 'queue' }>,
  { candidates }: Unit,
  matter: Matter,
): { officer: Candidate; because: Because } | null {
  if (target.to === 'person') {
    const found = standIn(
      candidates.find(({ id }) => id === target.officerId),
      candidates,
    )
    return found && { officer: found.officer, because: found.deputy ? 'deputy' : 'named' }
  }
  const { skill, speaks, most } = target
  const able = candidates.filter(
    ({ skills, languages, awayUntil, kept, open }) =>
      awayUntil === null &&
      !kept &&
      (skill === null || skills.includes(skill)) &&
      (!speaks || languages.includes(matter.language)) &&
      (most === null || open < most),
  )
  const officer = able.reduce<Candidate | null>((best, each) => (best === null || each.open < best.open ? each : best), null)
  return officer && { officer, because: 'fewest' }
}

function apply(rule: AssignmentRule, matter: Matter, unit: Unit): Decision | 'off' | 'unfit' | 'restricted' | 'nobody' {
  if (!rule.active) return 'off'
  if (!fits(rule, matter)) return 'unfit'
  const { target } = rule
  if (target.to === 'queue') return unit.queueIds.has(target.queueId) ? { to: 'queue', rule, queueId: target.queueId } : 'nobody'
  if (matter.restricted) return 'restricted'
  const chosen = choose(target, unit, matter)
  return chosen === null ? 'nobody' : { to: 'officer', rule, ...chosen }
}

/** Tries the rules in their order: the first that fits and finds somebody decides; without one the report stays in the unit's heap. */
export function tryRules(rules: readonly AssignmentRule[], matter: Matter, unit: Unit): Trial {
  const tried: Tried[] = []
  let decision: Decision | null = null
  for (const rule of rules) {
    const outcome: ReturnType<typeof apply> | 'not_reached' = decision === null ? apply(rule, matter, unit) : 'not_reached'
    if (typeof outcome === 'string') tried.push({ rule, outcome })
    else {
      decision = outcome
      tried.push({ rule, outcome: 'decided' })
    }
  }
  return { decision, tried }
}
