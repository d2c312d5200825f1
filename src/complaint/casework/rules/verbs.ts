import { canMove, isOpen, movesTo, type TicketState } from '../../record/rules.ts'
import { maySendOn } from '../../scope/rules.ts'

/** What an officer can do with a ticket. */
export const verbs = [
  'take',
  'assign',
  'release',
  'investigate',
  'ask',
  'write',
  'note',
  'answer',
  'close',
  'reopen',
  'archive',
  'unarchive',
  'transfer',
  'send_on',
  'reclassify',
  'grade',
  'extend',
  'merge',
  'unmerge',
  'link',
  'split',
] as const
export type Verb = (typeof verbs)[number]

/** The right each verb needs in the very unit that has the ticket (acceptance A3). */
export const verbPermissions: Readonly<Record<Verb, string>> = {
  take: 'ticket.handle',
  assign: 'ticket.hand_over',
  release: 'ticket.handle',
  investigate: 'ticket.handle',
  ask: 'ticket.handle',
  write: 'ticket.handle',
  note: 'ticket.note',
  answer: 'ticket.handle',
  close: 'ticket.handle',
  reopen: 'ticket.handle',
  archive: 'ticket.archive',
  unarchive: 'ticket.archive',
  transfer: 'ticket.transfer',
  send_on: 'ticket.handle',
  reclassify: 'ticket.handle',
  grade: 'ticket.triage',
  extend: 'ticket.extend',
  merge: 'ticket.handle',
  unmerge: 'ticket.handle',
  link: 'ticket.note',
  split: 'ticket.handle',
}

/** Where the work on a ticket is going on in this unit. */
const inHand: ReadonlySet<TicketState> = new Set(['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating'])
/** Where the complainant can still be written to with sense: the matter is open, with another one or on its own, or answered and being talked over. */
const inTalk: ReadonlySet<TicketState> = new Set([...inHand, 'answered', 'in_review', 'referred', 'merged'])

const states: Readonly<Record<Verb, (state: TicketState) => boolean>> = {
  take: (state) => inHand.has(state),
  assign: (state) => inHand.has(state),
  release: (state) => inHand.has(state),
  investigate: (state) => inHand.has(state) && state !== 'investigating' && movesTo(state, 'investigating') !== null,
  ask: (state) => inHand.has(state) && movesTo(state, 'waiting_complainant') !== null,
  write: (state) => inTalk.has(state),
  note: () => true,
  answer: (state) => state !== 'answered' && movesTo(state, 'answered') !== null,
  close: (state) => canMove(state, 'closed'),
  reopen: (state) => state === 'answered' || state === 'closed',
  archive: (state) => canMove(state, 'archived'),
  unarchive: (state) => state === 'archived',
  transfer: (state) => inHand.has(state),
  // To a body outside this service.
  send_on: maySendOn,
  reclassify: (state) => inHand.has(state),
  grade: (state) => isOpen(state),
  // While the complainant is asked the clock stands still, and its date is the latest possible one already.
  extend: (state) => inHand.has(state) && state !== 'waiting_complainant',
  // Others are taken into this one.
  merge: (state) => inHand.has(state),
  unmerge: (state) => state === 'merged',
  // It changes neither of the two: also what is over can have been the beginning of something.
  link: () => true,
  split: (state) => inHand.has(state),
}

/** Whether a verb fits the state at all, whoever asks. */
export function fitsState(verb: Verb, state: TicketState): boolean {
  return states[verb](state)
}

/**
 * Why a verb does not fit: it was done already, the state has no room for it, or the ticket lies in other hands than it takes.
 */
export type Unfit = 'already' | 'state' | 'hands'

/** Where a verb has been done. */
const doneStates: Partial<Readonly<Record<Verb, TicketState>>> = {
  investigate: 'investigating',
  answer: 'answered',
  close: 'closed',
  archive: 'archived',
}

export function explainUnfit(verb: Verb, state: TicketState): Unfit {
  if (doneStates[verb] === state) return 'already'
  return fitsState(verb, state) ? 'hands' : 'state'
}

export type VerbSituation = {
  readonly state: TicketState
  readonly assigneeId: string | null
  readonly officerId: string
  /** Whether the officer holds a right in the unit that has the ticket. */
  readonly may: (permission: string) => boolean
  /** Looks at a colleague's answer before it is sent, instead of giving an own one. */
  readonly checks?: boolean
}

/** Whose hand a ticket, or a part of it, passes from or to: what a colleague has is moved only by who may move everything of the unit. */
const handsOn = ['take', 'assign', 'release', 'split'] as const satisfies readonly Verb[]
type HandOn = (typeof handsOn)[number]

const fitsHolder: Readonly<Record<HandOn, (held: 'nobody' | 'me' | 'colleague', moves: boolean) => boolean>> = {
  // Nobody takes what is theirs already.
  take: (held, moves) => held === 'nobody' || (held === 'colleague' && moves),
  assign: (held, moves) => held !== 'colleague' || moves,
  // What nobody has lies in the queue as it is.
  release: (held, moves) => held === 'me' || (held === 'colleague' && moves),
  split: (held, moves) => held === 'me' || moves,
}

function isHandOn(verb: Verb): verb is HandOn {
  return (handsOn as readonly Verb[]).includes(verb)
}

function fitsHands(verb: Verb, { state, assigneeId, officerId, may, checks = false }: VerbSituation): boolean {
  // Who answers a second time was chosen because they had no part in the first answer (acceptance C17).
  if (verb === 'answer' && state === 'in_review') return checks || assigneeId === officerId
  if (!isHandOn(verb)) return true
  return fitsHolder[verb](assigneeId === null ? 'nobody' : assigneeId === officerId ? 'me' : 'colleague', may('ticket.assign'))
}

export type VerbRefusal = 'permission' | 'conflict'

/** Why a verb is refused: for want of a right, or because the ticket stands elsewhere now; null when it is not. */
export function refuseVerb(verb: Verb, situation: VerbSituation): VerbRefusal | null {
  if (!situation.may(verbPermissions[verb])) return 'permission'
  if (!fitsState(verb, situation.state)) return 'conflict'
  return fitsHands(verb, situation) ? null : 'conflict'
}

/** What this officer can do with this ticket now: exactly the verbs that are not refused. */
export function offeredVerbs(situation: VerbSituation): ReadonlySet<Verb> {
  return new Set(verbs.filter((verb) => refuseVerb(verb, situation) === null))
}
