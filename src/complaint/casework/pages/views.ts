import type { HopState } from '../../scope/rules.ts'
import type { UndoProblem } from '../../split/rules.ts'
import type {
  ClockStand,
  Completeness,
  DueView,
  Relation,
  Severity,
  Suggestion,
  TicketClass,
  TicketEvent,
  TicketState,
  Verb,
} from '../rules.ts'

/** One line of a list. */
export type LineView = {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly number: string
  readonly state: TicketState
  readonly due: DueView | null
  readonly category: string
  readonly channel: string
  readonly assignee: string | null
  readonly mine: boolean
  readonly restricted: boolean
  readonly severity: Severity
  readonly secret: boolean
  readonly submittedAt: Date
  readonly current: boolean
}

/** A choice with its words. */
export type Option = { readonly value: string; readonly label: string }
export type OptionGroup = { readonly label: string; readonly options: readonly Option[] }

export type FileView = { readonly name: string; readonly href: string | null; readonly bytes: number; readonly type: string }

export type AnswerView = { readonly finding: string; readonly action: string; readonly remedy: string; readonly nextStep: string }

/** One turn of the conversation, or a note between them. */
export type EntryView = {
  readonly id: string
  readonly at: Date
  readonly kind: 'complainant' | 'officer' | 'note'
  readonly speech: 'message' | 'question' | 'answer' | 'note'
  readonly author: string | null
  readonly body: string
  readonly answer: AnswerView | null
  readonly files: readonly FileView[]
}

export type HistoryView = {
  readonly id: string
  readonly at: Date
  readonly event: TicketEvent
  readonly by: string | null
  readonly byComplainant: boolean
  /** What was said in it, where a page shows that beside it. */
  readonly said?: string | null
}

export type ClockView = {
  readonly id: string
  /** Which rule of time, for its plain name. */
  readonly ruleId: string
  readonly law: string
  readonly amount: number
  readonly unit: 'wd' | 'cd' | 'h' | 'year'
  readonly stand: ClockStand
  readonly startedAt: Date
  readonly dueAt: Date | null
  readonly stoppedAt: Date | null
  /** The due time if nothing had stood still or been promised anew; null where that is what holds. */
  readonly unpausedAt: Date | null
  readonly pausedMinutes: number
  readonly paused: { readonly since: Date; readonly latest: Date; readonly reason: string } | null
  readonly extendedFrom: Date | null
}

/** Who brought it, as far as this officer may know. */
export type PersonView =
  | { readonly kind: 'hidden' | 'unidentified' | 'unknown' }
  | { readonly kind: 'known'; readonly name: string; readonly email: string; readonly phone: string }

/** How a ticket is shielded, in figures; for those who may know it. */
export type ShieldView = {
  readonly subjects: number
  readonly excluded: number
  readonly attempts: number
  readonly lastAttempt: Date | null
  /** Whether its complainant is made to pay for it. */
  readonly watch: {
    readonly checks: readonly {
      readonly days: number
      readonly askAt: Date
      readonly asked: boolean
      readonly treated: string | null
      readonly pressed: string | null
      readonly openedId: string | null
      readonly openedNumber: string | null
    }[]
    readonly openedBy: { readonly days: number; readonly id: string; readonly number: string } | null
  }
}

/** What is handled together with a ticket. */
export type JoinedView = {
  readonly into: { readonly id: string; readonly number: string; readonly title: string; readonly mayUndo: boolean } | null
  readonly members: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly language: string
    readonly dueAt: Date
    /** Its complainant wrote since it was merged. */
    readonly wrote: boolean
  }[]
  readonly total: number
}

/** Another report that has to do with this one, as an officer said. */
export type LinkView = {
  readonly id: string
  readonly relation: Relation
  readonly words: string
  readonly by: string
  readonly at: Date
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string; readonly state: TicketState }
  readonly officeName: string
}

/** The report that this one came off, or a part of it. */
export type RelativeView = {
  readonly id: string
  readonly role: 'whole' | 'part'
  readonly by: string
  readonly at: Date
  /** The part is handled with its whole again. */
  readonly rejoined: boolean
  /** Whether the split can be undone by this officer, and if not, why; null: nothing to be said to them about it. */
  readonly undo: 'possible' | UndoProblem | null
  readonly ticket: { readonly id: string; readonly number: string; readonly title: string; readonly state: TicketState }
  readonly officeName: string
}

/** A drafted answer that others check, or that came back from them. */
export type CheckView = {
  readonly state: 'open' | 'returned'
  readonly author: string
  readonly askedAt: Date
  readonly needed: number
  readonly approved: number
  /** What this officer has to do with it. */
  readonly part: 'author' | 'checker' | 'done' | 'none'
  readonly returned: { readonly officer: string; readonly reason: string; readonly words: string } | null
}

/** The officer's own unsent answer. */
export type DraftView = { readonly savedAt: Date; readonly typed: Readonly<Record<string, string>> }

/** How grave a matter is, what speaks for it, and what its report leaves open. */
export type TriageView = {
  /** What an officer said last; null while nobody did. */
  readonly set: { readonly at: Date; readonly by: string | null; readonly reasons: readonly string[]; readonly words: string } | null
  readonly suggestion: Suggestion
  /** null where nothing can be missing: praise, an idea, a question. */
  readonly completeness: Completeness | null
  /** The questions to the complainant, in their language; null where nothing is missing or cannot be asked for now. */
  readonly question: string | null
}

/** The head of a ticket, as every page about it shows it. */
export type HeadView = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly version: number
  readonly state: TicketState
  readonly due: DueView | null
  readonly severity: Severity
  readonly timeZone: string
  /** The list it was opened from, as an address. */
  readonly listQuery: string
}

/** What another unit was asked for. */
export type ContributionView = {
  readonly id: string
  readonly officeName: string
  readonly question: string
  readonly askedByName: string
  readonly dueAt: Date
  readonly isLate: boolean
  readonly state: 'open' | 'answered' | 'declined' | 'withdrawn'
  readonly reply: string
  readonly repliedByName: string | null
  readonly endedAt: Date | null
}

/** The event with which a report is answered, and those with which it could be. */
export type MassEventView = {
  readonly current: { readonly id: string; readonly title: string; readonly standing: 'waiting' | 'answered' } | null
  readonly choices: readonly Option[]
  readonly mayRecord: boolean
}

/** A link by which somebody of another body reads a part. */
export type ShareView = {
  readonly id: string
  readonly bodyName: { readonly id: string; readonly en: string }
  readonly email: string
  readonly purpose: string
  readonly state: 'open' | 'expired' | 'revoked' | 'kept' | 'withdrawn'
  readonly createdAt: Date
  readonly createdByName: string
  readonly expiresAt: Date
  readonly openings: number
  readonly lastOpenedAt: Date | null
}

export type ChecklistView = {
  readonly category: string
  readonly version: number
  readonly mayTick: boolean
  readonly items: readonly {
    readonly position: number
    readonly words: string
    readonly ticked: { readonly by: string; readonly at: Date } | null
  }[]
}

export type TicketView = HeadView & {
  readonly body: string
  readonly wish: string
  readonly kind: string
  readonly channel: string
  readonly category: string
  readonly class: TicketClass
  readonly language: string
  readonly officeName: string
  readonly concernedOfficeName: string | null
  readonly assignee: Option | null
  readonly mine: boolean
  /** Which rule of assignment gave it to whom has it; null where a person did. */
  readonly byRule: { readonly name: string; readonly because: string } | null
  /** The team in whose heap it lies. */
  readonly queue: string | null
  readonly anonymous: boolean
  readonly secret: boolean
  readonly restricted: boolean
  readonly submittedAt: Date
  /** When it came in, if it was put down on a later day. */
  readonly receivedAt: Date | null
  readonly happenedOn: Date | null
  readonly happenedAt: string
  readonly relation: string | null
  readonly person: PersonView
  readonly shield: ShieldView | null
  readonly files: readonly FileView[]
  readonly entries: readonly EntryView[]
  readonly history: readonly HistoryView[]
  readonly clocks: readonly ClockView[]
  readonly joined: JoinedView
  readonly links: readonly LinkView[]
  readonly relatives: readonly RelativeView[]
  /** Of an answered report: what was found to lie behind it, if somebody said so. */
  readonly cause: { readonly found: string | null } | null
  /** What other units were asked for; null where nothing was and nothing can be. */
  readonly contributions: { readonly mayAsk: boolean; readonly requests: readonly ContributionView[] } | null
  /** null where it belongs to no mass event and fits none. */
  readonly massEvent: MassEventView | null
  /** What this officer may do about the identity of somebody anonymous; null where there is nothing. */
  readonly identity: { readonly kind: 'ask' | 'wait' | 'open' | 'decide'; readonly by: string; readonly until: Date | null } | null
  /** With whom a part is shared, and why it cannot be; null where that is of no concern. */
  readonly shares: { readonly mayShare: boolean; readonly refusal: string | null; readonly links: readonly ShareView[] } | null
  /** What is to be looked at by its category; null where there is no list. */
  readonly checklist: ChecklistView | null
  /** A second look that is under way. */
  readonly review: { readonly askedAt: Date; readonly words: string; readonly mayAssign: boolean } | null
  /** The last hand-over to another body, as long as it matters; `at`: since when it stands so. */
  readonly hop: {
    readonly state: HopState
    readonly body: { readonly id: string; readonly en: string }
    readonly at: Date
    readonly acknowledgeBy: Date | null
    readonly late: boolean
  } | null
  readonly verbs: ReadonlySet<Verb>
  readonly draft: DraftView | null
  /** Beginnings of answers that fit. */
  readonly templates: readonly Option[]
  readonly check: CheckView | null
  /** null where there is nothing left to be set. */
  readonly triage: TriageView | null
}
