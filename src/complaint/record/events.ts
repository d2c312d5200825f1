export const kinds = ['complaint', 'suggestion', 'criticism', 'information_request', 'compliment'] as const
export type Kind = (typeof kinds)[number]

export const channels = ['web', 'api', 'phone', 'letter', 'counter', 'import'] as const
export type Channel = (typeof channels)[number]

/** Classes of handling: information 5, complaint without examination of staff 14, with it 60 working days. */
export const ticketClasses = ['INFO', 'NON', 'OVR'] as const
export type TicketClass = (typeof ticketClasses)[number]

/** Why a ticket is put away without an answer (LAPOR! practice, domain.md rule 25); always with words beside it. */
export const archiveReasons = [
  'duplicate',
  'too_general',
  'not_about_service',
  'wrong_format',
  'abusive',
  'in_court',
  'answered_before',
] as const
export type ArchiveReason = (typeof archiveReasons)[number]

/** Why a part that was split off by mistake is put away: it is handled with its whole again. Chosen by nobody, and no result. */
export const rejoinedReason = 'rejoined'

/** What an answer comes to. */
export const outcomes = ['substantiated', 'partly', 'unsubstantiated', 'no_finding', 'information_given', 'noted'] as const
export type Outcome = (typeof outcomes)[number]

export const closeReasons = ['solved', 'no_reply', 'officer', 'not_solved'] as const
export type CloseReason = (typeof closeReasons)[number]

/** Why the clock stands still while the complainant is asked. Only what the complainant alone can end is a reason. */
export const pauseReasons = ['question_to_complainant', 'documents_awaited', 'complainant_asked_to_wait'] as const
export type PauseReason = (typeof pauseReasons)[number]

/** Reckoned when another body gives a ticket back: for how long it lay there. Chosen by nobody. */
export const elsewhereReason = 'with_other_body'

/** Why an answer is promised for later than before; the complainant reads it. */
export const extensionReasons = ['examination', 'other_unit', 'expert', 'evidence_abroad'] as const
export type ExtensionReason = (typeof extensionReasons)[number]

/** How grave a matter is, the gravest first: among what is due together the graver one comes first. Set by an officer, never by who reports. */
export const severities = ['very_high', 'high', 'normal', 'low'] as const
export type Severity = (typeof severities)[number]

/** What makes a matter grave (domain rule 44), the gravest first. */
export const severityReasons = [
  'violence',
  'self_harm',
  'trafficking',
  'detained_child',
  'deportation_soon',
  'medical_emergency',
  'threat',
  'vulnerable_person',
  'travel_soon',
  'many_affected',
  'money_at_stake',
] as const
export type SeverityReason = (typeof severityReasons)[number]

/** A body outside this service, by its name as readers of each language know it. */
export type BodyName = { readonly id: string; readonly en: string }

/** What the complainant says to a hand-over to another body. */
export const consentVerdicts = ['yes', 'without_identity', 'no'] as const
export type ConsentVerdict = (typeof consentVerdicts)[number]

/** Why the identity behind an anonymous report has to be known; the complainant is told which one it is. */
export const identityReasons = ['reach', 'papers', 'danger', 'law', 'other'] as const
export type IdentityReason = (typeof identityReasons)[number]
/** What somebody of another body reads a part of a report for. */
export const sharePurposes = ['follow_up', 'clarification', 'protection', 'oversight', 'legal'] as const
export type SharePurpose = (typeof sharePurposes)[number]

/** Where a merged ticket can have come from, and goes back to. */
export const returnStates = ['submitted', 'checking', 'waiting_complainant', 'assigned', 'investigating'] as const
export type ReturnState = (typeof returnStates)[number]

/** Every fact of a ticket's life. The state of a ticket is the sum of its events (`rules/fold.ts`). */
export type TicketEvent =
  | {
      readonly type: 'ticket.submitted'
      readonly payload: {
        readonly kind: Kind
        readonly category: string
        readonly class: TicketClass
        readonly channel: Channel
        readonly language: string
        readonly officeId: string
        readonly concernedOfficeId: string | null
        readonly anonymous: boolean
        readonly secret: boolean
        readonly unidentified: boolean
        readonly restricted: boolean
        readonly dueAt: string
        /** The matter lies longer back than the law's 30 days: told, never a reason to refuse. */
        readonly lateFiled: boolean
        /** When it came in, if it was put down on a later day: its times count from then. */
        readonly receivedAt?: string
      }
    }
  | { readonly type: 'ticket.checking_started'; readonly payload: Record<string, never> }
  | {
      readonly type: 'ticket.assigned'
      readonly payload: {
        readonly officerId: string
        readonly officerName: string
        readonly by: 'self' | 'colleague' | 'manager' | 'bulk' | 'rule' | 'hand_over'
        /** Which rule of assignment decided, and why on this officer: for officers alone. */
        readonly rule?: { readonly name: string; readonly because: 'fewest' | 'named' | 'deputy' | 'queue' }
        /** For the colleague who gets it, never for the complainant. */
        readonly words?: string
      }
    }
  /** Into the heap of a team inside the unit, by a rule of assignment. */
  | { readonly type: 'ticket.queued'; readonly payload: { readonly queueId: string; readonly queueName: string; readonly rule: string } }
  /** Given back: nobody has it. `words` is the reason, for colleagues. */
  | { readonly type: 'ticket.released'; readonly payload: { readonly words: string } }
  /** `pause`: why the clock stands still until the reply; a question without one is a plain question. */
  | { readonly type: 'ticket.question_asked'; readonly payload: { readonly messageId: string; readonly pause?: PauseReason } }
  | { readonly type: 'ticket.complainant_wrote'; readonly payload: { readonly messageId: string; readonly files: number } }
  | { readonly type: 'ticket.officer_wrote'; readonly payload: { readonly messageId: string } }
  | { readonly type: 'ticket.noted'; readonly payload: { readonly noteId: string } }
  | { readonly type: 'ticket.investigation_started'; readonly payload: Record<string, never> }
  | { readonly type: 'ticket.answered'; readonly payload: { readonly messageId: string; readonly outcome: Outcome } }
  /** An answer is written and waits for the approval of others. */
  | { readonly type: 'ticket.answer_drafted'; readonly payload: { readonly checkId: string; readonly needed: number } }
  /** An officer approved a drafted answer, or gave it back to its author for a listed reason; `words` are for colleagues. */
  | {
      readonly type: 'ticket.answer_checked'
      readonly payload: {
        readonly checkId: string
        readonly verdict: 'approved' | 'returned'
        readonly reason: string | null
        readonly words: string
      }
    }
  | { readonly type: 'ticket.closed'; readonly payload: { readonly reason: CloseReason; readonly words: string } }
  /** `dueAt`: when the new answer is owed; missing in records of before it was dated, where the old date stayed. */
  | {
      readonly type: 'ticket.reopened'
      readonly payload: { readonly reason: 'not_solved' | 'reply' | 'officer'; readonly dueAt?: string }
    }
  | {
      readonly type: 'ticket.archived'
      readonly payload: { readonly reason: ArchiveReason | typeof rejoinedReason; readonly words: string }
    }
  | { readonly type: 'ticket.unarchived'; readonly payload: Record<string, never> }
  | {
      readonly type: 'ticket.office_changed'
      readonly payload: {
        readonly fromOfficeId: string
        readonly toOfficeId: string
        readonly toOfficeName: string
        readonly words: string
      }
    }
  | {
      readonly type: 'ticket.reclassified'
      readonly payload: { readonly category: string; readonly class: TicketClass; readonly restricted: boolean; readonly dueAt: string }
    }
  /** An officer said how grave the matter is, and why; `words` are for colleagues. */
  | {
      readonly type: 'ticket.severity_set'
      readonly payload: { readonly severity: Severity; readonly reasons: readonly SeverityReason[]; readonly words: string }
    }
  /** The clock stands still, at the latest until `latest`; `dueAt` is the latest possible due time. */
  | {
      readonly type: 'ticket.clock_paused'
      readonly payload: { readonly reason: PauseReason; readonly latest: string; readonly dueAt: string }
    }
  /** The clock runs again: after a reply, because the longest pause was over, or because another body gave the ticket back. */
  | {
      readonly type: 'ticket.clock_resumed'
      readonly payload: { readonly because: 'reply' | 'longest' | 'returned'; readonly pausedMinutes: number; readonly dueAt: string }
    }
  /** Days off or rules became known that count for it; the promise moved with them. */
  | { readonly type: 'ticket.due_recounted'; readonly payload: { readonly dueAt: string } }
  | {
      readonly type: 'ticket.deadline_extended'
      readonly payload: { readonly reason: ExtensionReason; readonly words: string; readonly from: string; readonly dueAt: string }
    }
  | { readonly type: 'ticket.withdrawn'; readonly payload: { readonly words: string } }
  /** It may belong to another body. The complainant is asked, or, with a legal basis in place of consent, told. */
  | {
      readonly type: 'ticket.transfer_proposed'
      readonly payload: { readonly hopId: string; readonly body: BodyName; readonly asked: boolean }
    }
  | {
      readonly type: 'ticket.transfer_decided'
      readonly payload: { readonly hopId: string; readonly body: BodyName; readonly verdict: ConsentVerdict }
    }
  /** Given to the body. It stays ours, with its clocks running, until the body says that it has it. */
  | {
      readonly type: 'ticket.handed_over'
      readonly payload: { readonly hopId: string; readonly body: BodyName; readonly acknowledgeBy: string | null }
    }
  /** The body did not say in time that it has it. */
  | { readonly type: 'ticket.transfer_unacknowledged'; readonly payload: Record<string, never> }
  | { readonly type: 'ticket.transfer_cancelled'; readonly payload: { readonly hopId: string; readonly body: BodyName } }
  /**
   * Sent on to a body outside immigration that is competent for it, and that says it has it. `body` and what follows are missing in
   * records of before hand-overs were kept.
   */
  | {
      readonly type: 'ticket.transferred'
      readonly payload: {
        readonly to: string
        readonly words: string
        readonly body?: BodyName
        readonly hopId?: string
        readonly reference?: string
      }
    }
  /** The body gave it back: it is open here again. `words`: why, for the complainant too. */
  | {
      readonly type: 'ticket.transfer_returned'
      readonly payload: { readonly hopId: string; readonly body: BodyName; readonly words: string }
    }
  /** Waits for a partner's part. */
  | { readonly type: 'ticket.referred'; readonly payload: { readonly to: string; readonly words: string } }
  /** Handled with another ticket about the same matter, whose number is not told: who sees this one need not see that one. */
  | { readonly type: 'ticket.merged'; readonly payload: Record<string, never> }
  /** On its own again, as it stood before: undone, answered with the other one, or because the other one went where it does not belong. */
  | {
      readonly type: 'ticket.unmerged'
      readonly payload: {
        readonly because: 'undone' | 'answered' | 'parted'
        readonly state: ReturnState
        readonly assigneeId: string | null
        readonly resumeState: ReturnState | null
      }
    }
  /** A part of it got a number of its own, which is not told: who sees this one need not see that one. */
  | { readonly type: 'ticket.split_off'; readonly payload: Record<string, never> }
  /** It came off another one, whose number is not told; its time counts from that one's receipt, with all that stood still for it. */
  | { readonly type: 'ticket.split_from'; readonly payload: { readonly dueAt: string } }
  /** A part that was split off is handled with it again. */
  | { readonly type: 'ticket.part_rejoined'; readonly payload: Record<string, never> }
  /** Another ticket that is handled with this one is owed its answer earlier, or no longer is. */
  | { readonly type: 'ticket.due_bound'; readonly payload: { readonly dueAt: string } }
  /**
   * The complainant asked for a second look, by somebody who was not involved, in the unit named; `dueAt`: by when it is owed. Both are
   * missing in records of before there were reviews of units.
   */
  | {
      readonly type: 'ticket.review_opened'
      readonly payload: { readonly words: string; readonly officeId?: string; readonly officeName?: string; readonly dueAt?: string }
    }
  | { readonly type: 'ticket.rated'; readonly payload: { readonly solved: 'yes' | 'partly' | 'no' } }
  | { readonly type: 'ticket.code_renewed'; readonly payload: Record<string, never> }
  /** Another unit was asked for its part. */
  | { readonly type: 'ticket.contribution_asked'; readonly payload: { readonly officeName: string; readonly dueAt: string } }
  /** What became of it. `over`: the ticket was answered or ended first. `kept`: the unit came into the circle of a complaint about staff. */
  | {
      readonly type: 'ticket.contribution_ended'
      readonly payload: {
        readonly officeName: string
        readonly how: 'answered' | 'declined' | 'withdrawn' | 'passed' | 'over' | 'kept'
        readonly by: string
        /** The unit it was passed on to. */
        readonly to?: string
      }
    }
  /** Answered together with others about the same matter; which, is told to nobody here. */
  | { readonly type: 'ticket.event_joined'; readonly payload: Record<string, never> }
  /** On its own again: taken out by an officer, or for a reason that is for officers alone. */
  | {
      readonly type: 'ticket.event_left'
      readonly payload: { readonly because: 'detached' | 'other_unit' | 'restricted' | 'grave' | 'kept' }
    }
  /** An officer asked to open the identity behind an anonymous report; `roles` stand for their name. */
  | {
      readonly type: 'ticket.identity_asked'
      readonly payload: { readonly openingId: string; readonly reason: IdentityReason; readonly roles: readonly string[] }
    }
  /** A second person allowed it until a moment, or refused. */
  | {
      readonly type: 'ticket.identity_decided'
      readonly payload: {
        readonly openingId: string
        readonly verdict: 'approved' | 'refused'
        readonly until: string | null
        readonly roles: readonly string[]
      }
    }
  /** The first look at it. */
  | {
      readonly type: 'ticket.identity_opened'
      readonly payload: { readonly openingId: string; readonly roles: readonly string[] }
    }
  /** A part of it may be read by somebody of another body, by a link that ends by itself at `until`. */
  | {
      readonly type: 'ticket.shared'
      readonly payload: { readonly linkId: string; readonly body: BodyName; readonly purpose: SharePurpose; readonly until: string }
    }
  /** Such a link was closed before its day. `kept`: the ticket is kept close since. */
  | {
      readonly type: 'ticket.share_ended'
      readonly payload: { readonly linkId: string; readonly body: BodyName; readonly how: 'revoked' | 'kept' | 'withdrawn' }
    }
  /** Somebody was named as complained of; who, is told to nobody here. */
  | { readonly type: 'ticket.subject_named'; readonly payload: Record<string, never> }

export type TicketEventType = TicketEvent['type']

/** Facts that the complainant sees on the timeline; the rest is the office's own work. */
const visibleTypes: Readonly<Record<TicketEventType, boolean>> = {
  'ticket.submitted': true,
  'ticket.checking_started': true,
  'ticket.assigned': true,
  'ticket.queued': false,
  'ticket.released': true,
  'ticket.question_asked': true,
  'ticket.complainant_wrote': true,
  'ticket.officer_wrote': true,
  'ticket.noted': false,
  'ticket.investigation_started': true,
  'ticket.answered': true,
  'ticket.answer_drafted': false,
  'ticket.answer_checked': false,
  'ticket.closed': true,
  'ticket.reopened': true,
  'ticket.archived': true,
  'ticket.unarchived': true,
  'ticket.office_changed': true,
  'ticket.reclassified': false,
  'ticket.severity_set': false,
  'ticket.clock_paused': true,
  'ticket.clock_resumed': true,
  'ticket.due_recounted': true,
  'ticket.deadline_extended': true,
  'ticket.withdrawn': true,
  'ticket.transfer_proposed': true,
  'ticket.transfer_decided': true,
  'ticket.handed_over': true,
  'ticket.transfer_unacknowledged': true,
  'ticket.transfer_cancelled': true,
  'ticket.transferred': true,
  'ticket.transfer_returned': true,
  'ticket.referred': true,
  'ticket.merged': true,
  'ticket.unmerged': true,
  'ticket.split_off': true,
  'ticket.split_from': true,
  'ticket.part_rejoined': true,
  'ticket.due_bound': false,
  'ticket.review_opened': true,
  'ticket.rated': true,
  'ticket.code_renewed': true,
  'ticket.contribution_asked': false,
  'ticket.contribution_ended': false,
  'ticket.event_joined': true,
  'ticket.event_left': true,
  'ticket.identity_asked': true,
  'ticket.identity_decided': true,
  'ticket.identity_opened': true,
  'ticket.shared': true,
  'ticket.share_ended': true,
  'ticket.subject_named': false,
}

export function isVisible(type: TicketEventType): boolean {
  return visibleTypes[type]
}
