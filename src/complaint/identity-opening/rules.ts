/** Why an identity has to be known; always with words beside it. */
export { identityReasons } from '../record/events.ts'

export const shortestReason = 20
export const longestReason = 2000
/** Signs as people count them, without what stands around them. */
export function isTooShort(words: string): boolean {
  return [...words.trim()].length < shortestReason
}

/** How long an approval stands (acceptance A5). */
export const openHours = 24

export type OpeningState = 'asked' | 'approved' | 'refused' | 'ended'
type Opening = {
  readonly askedBy: string
  readonly state: OpeningState
  readonly byCompliance: boolean
  readonly expiresAt: Date | null
}
type Concerned = { readonly anonymous: boolean; readonly unidentified: boolean; readonly owed: boolean }

/** Whether there can be anything to open: the complainant chose to be hidden, and somebody still owes them an answer. */
export function canBeOpened({ anonymous, unidentified, owed }: Concerned): boolean {
  return anonymous && !unidentified && owed
}

/** The right that somebody needs in the ticket's unit: of a report about staff it is compliance's alone. */
export function findRight(part: 'ask' | 'approve', shielded: boolean): 'identity.shielded' | 'identity.ask' | 'identity.approve' {
  return shielded ? 'identity.shielded' : `identity.${part}`
}

export type Stage = 'asked' | 'open' | 'expired' | 'refused' | 'ended'

/** How an opening stands now: an approval is over by itself. */
export function findStage({ state, expiresAt }: Pick<Opening, 'state' | 'expiresAt'>, now: Date): Stage {
  if (state !== 'approved') return state
  return expiresAt !== null && now < expiresAt ? 'open' : 'expired'
}

/** Until when an approval of this moment stands. */
export function planEnd(now: Date): Date {
  return new Date(now.getTime() + openHours * 3_600_000)
}

type Look = { readonly officerId: string; readonly shielded: boolean; readonly now: Date }

/** Whether this officer can look now. What was allowed before a report came to be about staff is allowed no more. */
export function isStanding(opening: Opening, { officerId, shielded, now }: Look): boolean {
  return opening.askedBy === officerId && findStage(opening, now) === 'open' && (opening.byCompliance || !shielded)
}

/** Why an officer cannot ask anew: they wait already, or it is open to them. */
export function findAskProblem(openings: readonly Opening[], look: Look): 'asked_already' | 'open_already' | null {
  if (openings.some(({ askedBy, state }) => askedBy === look.officerId && state === 'asked')) return 'asked_already'
  return openings.some((opening) => isStanding(opening, look)) ? 'open_already' : null
}

export type DecideProblem = 'own_request' | 'decided_already' | 'shielded_since'

/** Why somebody cannot decide: it is their own, somebody was faster, or it was asked before the report came to be about staff. */
export function findDecideProblem(opening: Opening, verdict: 'approved' | 'refused', by: Omit<Look, 'now'>): DecideProblem | null {
  if (opening.askedBy === by.officerId) return 'own_request'
  if (opening.state !== 'asked') return 'decided_already'
  return verdict === 'approved' && by.shielded && !opening.byCompliance ? 'shielded_since' : null
}
