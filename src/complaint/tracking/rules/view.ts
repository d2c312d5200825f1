import type { AnswerParts } from '../../conversation/rules.ts'
import type { Urgency } from '../../deadlines/rules.ts'
import type { BodyName } from '../../record/events.ts'
import type { TicketState } from '../../record/rules.ts'
import type { OutsideReason, ReviewRight, ReviewStanding } from '../../review/rules.ts'
import type { AccessDay } from './access-log.ts'
import type { ShownPromise } from './promises.ts'
import type { Rating } from './rating.ts'
import type { StageStep } from './stages.ts'
import type { TimelineLine } from './timeline.ts'

export type ViewFile = { readonly id: string; readonly name: string; readonly type: string; readonly size: number }

export type ViewMessage = {
  readonly id: string
  readonly at: Date
  readonly by: 'you' | 'officer'
  /** The language in which the page was when it was written. */
  readonly language: string
  readonly kind: 'message' | 'question' | 'answer'
  readonly body: string
  readonly answer: AnswerParts | null
  readonly files: readonly ViewFile[]
}

/** What the complainant wrote at the beginning, in words where the record has codes. */
export type OwnWords = {
  /** The language of the form it was written in: a screen reader speaks it in that one. */
  readonly language: string
  readonly kind: string
  readonly category: { readonly id: string; readonly en: string } | null
  readonly title: string
  readonly body: string
  readonly wish: string
  /** `YYYY-MM-DD`. */
  readonly happenedOn: string | null
  readonly happenedAt: string
  readonly relation: string | null
  readonly files: readonly ViewFile[]
}

/** An open promise says how near it is; a kept or missed one needs no hurry. */
export type ViewPromise = ShownPromise & { readonly urgency: Urgency }

/** Another report of the same person that this one came off, or that came off it. `rejoined`: the two are handled as one again. */
export type ViewRelative = { readonly id: string; readonly role: 'whole' | 'part'; readonly number: string; readonly rejoined: boolean }

/** The complainant's page: everything of one report, and nothing of who works on it but roles. */
export type ReportView = {
  readonly number: string
  readonly state: TicketState
  readonly submittedAt: Date
  /** When it came in, if it was put down on a later day, as a letter is. */
  readonly receivedAt: Date | null
  readonly timeZone: string
  readonly officeName: string
  readonly stages: readonly StageStep[]
  readonly promises: readonly ViewPromise[]
  readonly timeline: readonly TimelineLine[]
  readonly own: OwnWords
  readonly messages: readonly ViewMessage[]
  /** The answer that counts, with what it comes to; null while there is none. */
  readonly answer: (ViewMessage & { readonly outcome: string | null; readonly right: ReviewRight | null }) | null
  /** Where the right to a second look by somebody else stands. */
  readonly review: ReviewStanding
  /** Why one may go to the Ombudsman, or another way outside; null: something here is still to come in its time. */
  readonly outside: OutsideReason | null
  /** By when the answer is owed; of a second look, that one's. */
  readonly dueAt: Date
  readonly rating: Rating | null
  /** Whether it may go to another body, where the complainant is asked; or the body that has it, and how it is reached. */
  readonly hop: {
    readonly kind: 'asked' | 'sent' | 'acknowledged'
    readonly body: BodyName
    readonly contact: string
    readonly reference: string
  } | null
  /** It waits for an answer that others get as well. */
  readonly together: boolean
  readonly relatives: readonly ViewRelative[]
  /** The report of the same person that this one is handled with again. */
  readonly home: ViewRelative | null
  /** Some time after a report about staff: two questions wait, whether its complainant is made to pay for it. */
  readonly asksTreatment: boolean
  readonly accesses: readonly AccessDay[]
  readonly may: { readonly write: boolean; readonly withdraw: boolean; readonly rate: boolean; readonly renewCode: boolean }
  /** Under this key the next message is written once, however often it is sent. */
  readonly messageKey: string
}
