export type EventState = 'open' | 'answered' | 'closed'

/** One event as its pages show it. */
export type EventView = {
  readonly id: string
  readonly officeName: string
  readonly timeZone: string
  readonly title: string
  readonly words: string
  readonly openedAt: Date
  readonly openedByName: string
  readonly state: EventState
  readonly restLanguage: string | null
}

export type EventLineView = EventView & { readonly waiting: number; readonly answered: number }

/** A report that belongs to an event. */
export type MemberView = {
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly language: string
  readonly dueAt: Date
  readonly state: 'waiting' | 'answered' | 'left'
  readonly because: string | null
  readonly at: Date
}

/** Where the reports of one language stand. */
export type LanguageView = {
  readonly language: string
  readonly name: string
  readonly waiting: number
  readonly answered: number
  readonly approved: boolean
  readonly open: 'draft' | 'proposed' | 'returned' | null
  readonly by: string | null
}

/** One number of a list as it was written; `title` is null where there is none for this officer. */
export type JudgedView = { readonly given: string; readonly title: string | null; readonly problem: string | null }

/** A text in one language. */
export type TextView = {
  readonly state: 'draft' | 'proposed' | 'returned' | 'approved'
  readonly authorName: string
  readonly writtenAt: Date
  readonly finding: string
  readonly action: string
  readonly remedy: string
  readonly nextStep: string
  readonly outcome: string
  readonly sha256: string | null
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  readonly reason: string | null
  readonly decidedWords: string
}

export type Typed = Readonly<Record<string, string>>
export type Option = { readonly value: string; readonly label: string }

/** A report that may belong to an event. */
export type SuggestedView = { readonly number: string; readonly title: string; readonly language: string; readonly submittedAt: Date }
