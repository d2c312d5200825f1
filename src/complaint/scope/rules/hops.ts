import type { ConsentVerdict } from '../../record/events.ts'
import type { TicketState } from '../../record/rules.ts'

/** Why a report is another body's matter. */
export const hopReasons = ['other_service', 'crime', 'local_government', 'employer', 'company', 'oversight', 'other'] as const
export type HopReason = (typeof hopReasons)[number]

/** What can be handed over of a report. The least is its text alone. */
export const shares = ['text', 'files', 'contact'] as const
export type Share = (typeof shares)[number]

/** What can stand in place of consent (UU 27/2022 Art. 20). Named with the rule it rests on, and told to the complainant. */
export const legalBases = ['legal_obligation', 'vital_interest', 'public_task'] as const
export type LegalBasis = (typeof legalBases)[number]

/**
 * `asked`: the complainant has not said yes or no. `agreed`: it may be handed over. `sent`: the body has it and has not said so.
 * `acknowledged`: it is the body's now.
 */
export const hopStates = ['asked', 'refused', 'agreed', 'sent', 'acknowledged', 'returned', 'cancelled'] as const
export type HopState = (typeof hopStates)[number]

/** What an officer records of a hand-over, and where it stands then. */
export const hopDeeds = ['send', 'acknowledge', 'return', 'cancel'] as const
export type HopDeed = (typeof hopDeeds)[number]
const fits: Readonly<Record<HopDeed, readonly HopState[]>> = {
  send: ['agreed'],
  acknowledge: ['sent'],
  return: ['sent', 'acknowledged'],
  cancel: ['asked', 'agreed', 'sent'],
}

/** A body that should have acknowledged by now. */
export function isHopLate(hop: { readonly state: HopState; readonly acknowledgeBy: Date | null }, now: Date): boolean {
  return hop.state === 'sent' && hop.acknowledgeBy !== null && now > hop.acknowledgeBy
}

/** Where a report is in hand, so that it can be proposed to another body. */
const inHand: ReadonlySet<TicketState> = new Set(['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating'])

/** Whether a report in this state can be proposed to another body. One handled with another is not sent on its own. */
export function maySendOn(state: TicketState): boolean {
  return inHand.has(state)
}

/** Whether a deed fits where hand-over and report stand. What was answered or closed meanwhile goes nowhere any more. */
export function fitsHop(deed: HopDeed, hop: HopState, ticket: TicketState): boolean {
  if (!fits[deed].includes(hop)) return false
  if (hop === 'acknowledged') return ticket === 'transferred'
  // A plan that came to nothing can be put away whatever became of the report.
  return deed === 'cancel' || inHand.has(ticket)
}

/** A hand-over that is still going on: no other begins beside it. */
export function isUnderWay(hop: HopState): boolean {
  return hop === 'asked' || hop === 'agreed' || hop === 'sent' || hop === 'acknowledged'
}

/** Whose identity is kept more closely than others'. */
export type Confidence = {
  readonly anonymous: boolean
  readonly unidentified: boolean
  readonly secret: boolean
  readonly restricted: boolean
}

/**
 * What an officer may propose to hand over. Of who is anonymous or unidentified there is nothing to give; of a secret or shielded report the
 * identity goes nowhere without its owner's own yes, whatever the legal basis.
 */
export function offerShares({ anonymous, unidentified, secret, restricted }: Confidence, asks: boolean): readonly Share[] {
  const withIdentity = !anonymous && !unidentified && (asks || (!secret && !restricted))
  return shares.filter((share) => share !== 'contact' || withIdentity)
}

/**
 * What really goes: of what was proposed, what the complainant agreed to. Without identity no file goes either, because a photo of a
 * passport or a letter says who it is.
 */
export function findShared(proposed: readonly Share[], verdict: ConsentVerdict | null, hasBasis: boolean): readonly Share[] {
  if (verdict === 'no' || (verdict === null && !hasBasis)) return []
  return verdict === 'without_identity' ? proposed.filter((share) => share === 'text') : proposed
}

export type Proposal = {
  readonly shares: readonly Share[]
  readonly basis: LegalBasis | null
  readonly basisWords: string
}

export type ProposalProblem = 'share_missing' | 'share_not_allowed' | 'basis_missing' | 'basis_words_missing'

/** Why a proposal cannot be made as it is. */
export function findProposalProblem(proposal: Proposal & { readonly asks: boolean }, confidence: Confidence): ProposalProblem | null {
  const { shares: chosen, basis, basisWords, asks } = proposal
  if (chosen.length === 0) return 'share_missing'
  if (!asks && basis === null) return 'basis_missing'
  if (!asks && basisWords.trim() === '') return 'basis_words_missing'
  const offered = offerShares(confidence, asks)
  return chosen.every((share) => offered.includes(share)) ? null : 'share_not_allowed'
}
