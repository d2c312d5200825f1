/** The face of the pure rules of hand-overs to other bodies: other capabilities import from here, never from the files behind it. */
export {
  type Confidence,
  findProposalProblem,
  findShared,
  fitsHop,
  type HopDeed,
  type HopReason,
  type HopState,
  hopDeeds,
  hopReasons,
  isHopLate,
  isUnderWay,
  type LegalBasis,
  legalBases,
  maySendOn,
  offerShares,
  type ProposalProblem,
  type Share,
  shares,
} from './rules/hops.ts'
/** Letters of a reason, of a reference, of a name. */
export const longestReason = 2000
export const longestReference = 100
export const longestName = 150
/** Letters of a question to the complainant, and of what a body is told. */
export const longestWords = 4000
