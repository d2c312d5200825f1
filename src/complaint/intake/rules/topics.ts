import type { Kind } from '../../record/events.ts'

/**
 * What a report can be about, in the order people look for it. The reasons of the UK immigration form, on our taxonomy: `family` is the
 * category a topic stands for, `also` are single categories of another family that people look for here.
 */
export type TopicRule = {
  readonly value: string
  readonly family: string
  readonly also?: readonly string[]
  /** Kinds for which the topic is asked. */
  readonly kinds: readonly Kind[]
  /** Stands for itself: no further question. */
  readonly alone?: boolean
}

const everyKind: readonly Kind[] = ['complaint', 'criticism', 'suggestion', 'compliment']
const withoutPraise: readonly Kind[] = ['complaint', 'criticism', 'suggestion']

export const topicRules: readonly TopicRule[] = [
  { value: 'passport', family: 'PSP', kinds: everyKind },
  { value: 'visa', family: 'VSA', kinds: everyKind },
  { value: 'stay', family: 'ITK', kinds: everyKind },
  { value: 'border', family: 'TPI', kinds: everyKind },
  { value: 'staff', family: 'INT', also: ['SVC.01'], kinds: everyKind },
  { value: 'service', family: 'SVC', kinds: everyKind },
  { value: 'digital', family: 'DIG', kinds: everyKind },
  { value: 'migrant', family: 'PMI', kinds: withoutPraise },
  { value: 'detention', family: 'DET', kinds: withoutPraise },
  { value: 'refugee', family: 'REF', kinds: withoutPraise },
  { value: 'foreigner', family: 'WAS', kinds: ['complaint'] },
  { value: 'earlier', family: 'SVC', kinds: ['complaint'], alone: true },
  { value: 'other', family: 'SVC', kinds: everyKind, alone: true },
]

/** Families that are no topic: requests for information have their own questions, suggestions their own kind. */
const askedElsewhere: ReadonlySet<string> = new Set(['INF', 'ASP'])

/** A category as the questions need it; only those in use. */
export type OfferedCategory = { readonly code: string; readonly parent: string | null }

/** The topics to offer: ours as far as their category is in use, then families that an administrator added, by their code. */
export function offerTopics(kind: Kind, categories: readonly OfferedCategory[]): readonly string[] {
  const families = categories.filter(({ parent }) => parent === null).map(({ code }) => code)
  const known = topicRules.filter((topic) => topic.kinds.includes(kind) && families.includes(topic.family)).map(({ value }) => value)
  const added = families.filter((code) => !askedElsewhere.has(code) && topicRules.every((topic) => topic.family !== code))
  return [...known.filter((value) => value !== 'other'), ...added, ...known.filter((value) => value === 'other')]
}

/** A topic that is none of ours is a family that an administrator added. */
function findRule(topic: string): Pick<TopicRule, 'family' | 'also' | 'alone'> {
  return topicRules.find(({ value }) => value === topic) ?? { family: topic }
}

/** Whether a kind is asked for its topic at all. */
export function asksTopic(kind: Kind): boolean {
  return kind !== 'information_request'
}

/** The family whose categories are the reasons, and single ones of others; null: no question. */
function findReasonSource(kind: Kind, topic: string | undefined): { readonly family: string; readonly also: readonly string[] } | null {
  if (kind === 'suggestion' || kind === 'compliment') return null
  if (!asksTopic(kind)) return { family: 'INF', also: [] }
  if (topic === undefined) return null
  const { family, also = [], alone } = findRule(topic)
  return alone === true ? null : { family, also }
}

/** The reasons to choose from, by category code; the family itself, last, means "something else". Empty: no question. */
export function offerReasons(kind: Kind, topic: string | undefined, categories: readonly OfferedCategory[]): readonly string[] {
  const source = findReasonSource(kind, topic)
  if (source === null) return []
  const subs = categories.filter(({ parent }) => parent === source.family).map(({ code }) => code)
  const also = source.also.filter((code) => categories.some((category) => category.code === code))
  return subs.length + also.length === 0 ? [] : [...subs, ...also, source.family]
}

const wholeKinds: Readonly<Record<Kind, string | null>> = {
  complaint: null,
  criticism: 'ASP.02',
  suggestion: 'ASP.01',
  compliment: 'ASP.03',
  information_request: 'INF',
}

/** The category that the answers come to. */
export function categoryOf(kind: Kind, topic: string | undefined, reason: string | undefined): string {
  if (reason !== undefined) return reason
  if (kind === 'information_request') return 'INF'
  if (topic === undefined || topic === 'other') return wholeKinds[kind] ?? 'SVC'
  // Praise and suggestions about officers are about how they treat people, not about integrity.
  if (topic === 'staff' && (kind === 'suggestion' || kind === 'compliment')) return 'SVC.01'
  return findRule(topic).family
}
