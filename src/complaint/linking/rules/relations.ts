export type LinkKind = 'same_matter' | 'earlier' | 'follows' | 'related'

/** What the other report is to the one that is open. */
export const relations = ['same_matter', 'earlier', 'later', 'follows', 'leads', 'related'] as const
export type Relation = (typeof relations)[number]

/** From which of its two reports a link is looked at: the one it is kept from, or the other. */
export type Side = 'ticket' | 'other'

const turned: Readonly<Record<Relation, Relation>> = {
  same_matter: 'same_matter',
  earlier: 'later',
  later: 'earlier',
  follows: 'leads',
  leads: 'follows',
  related: 'related',
}

function isKind(relation: Relation): relation is LinkKind {
  return relation !== 'later' && relation !== 'leads'
}

/** How a link is kept that an officer made from one of its reports: which side that one is on. */
export function toLink(relation: Relation): { readonly kind: LinkKind; readonly side: Side } {
  if (isKind(relation)) return { kind: relation, side: 'ticket' }
  return { kind: relation === 'later' ? 'earlier' : 'follows', side: 'other' }
}

export function seenFrom(kind: LinkKind, side: Side): Relation {
  return side === 'ticket' ? kind : turned[kind]
}

/** Whether its complainant may be known to officers at all. */
type Facts = { readonly id: string; readonly hidden: boolean }

/** `number_not_found`: there is none, or it is out of sight: the two are the same to who asks (acceptance A2). */
export type LinkProblem = 'number_not_found' | 'same_ticket' | 'person_hidden'

/** That two reports are of one person is not said where one of the two wanted not to be known. */
export function findLinkProblem(here: Facts, there: Facts | null, relation: Relation): LinkProblem | null {
  if (there === null) return 'number_not_found'
  if (here.id === there.id) return 'same_ticket'
  const samePerson = relation === 'earlier' || relation === 'later'
  return samePerson && (here.hidden || there.hidden) ? 'person_hidden' : null
}
