import type { Kind } from '../../record/events.ts'
import type { Relation } from './report.ts'
import { isConduct } from './routing.ts'
import { asksTopic, categoryOf, type OfferedCategory, offerReasons, offerTopics } from './topics.ts'

/** The answers given so far. What is absent was not asked or not answered yet. */
export type Answers = {
  readonly kind?: Kind
  readonly topic?: string
  /** A category code; the family itself is "something else". */
  readonly reason?: string
  /** null: does not know. */
  readonly officeId?: string | null
  readonly text?: string
  readonly wish?: string
  /** Number of an application or an earlier report, in whatever form it was written. */
  readonly reference?: string
  readonly happenedOn?: string | null
  /** When, in the person's own words. */
  readonly happenedRoughly?: string
  readonly happenedAt?: string
  /** Who it was, in words, where something is alleged of staff. */
  readonly accused?: string
  /** null: about the person who reports. */
  readonly relation?: Relation | null
  readonly anonymous?: boolean
  readonly secret?: boolean
  readonly unidentified?: boolean
  readonly name?: string
  readonly email?: string
  readonly phone?: string
}

/** Names of answers that a change made meaningless; the next page lists them by `intake.answer.<name>`. */
export type Dropped = 'topic' | 'reason' | 'wish' | 'time' | 'accused' | 'contact'

export type Revised = { readonly answers: Answers; readonly dropped: readonly Dropped[] }

/** Whether a kind is asked what should happen. */
export function asksWish(kind: Kind): boolean {
  return kind === 'complaint' || kind === 'criticism'
}

/** Whether a kind is asked when and where. */
export function asksTime(kind: Kind): boolean {
  return kind !== 'information_request' && kind !== 'suggestion'
}

/** Whether it is asked who it was: with the time and place, where something is alleged of staff. */
export function asksAccused({ kind, topic, reason }: Answers): boolean {
  return kind !== undefined && asksTime(kind) && isConduct(kind, categoryOf(kind, topic, reason))
}

function without(answers: Answers, names: readonly (keyof Answers)[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name as keyof Answers)))
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== ''
}

type Check = { readonly dropped: Dropped; readonly names: readonly (keyof Answers)[]; readonly holds: (answers: Answers) => boolean }

function composeChecks(categories: readonly OfferedCategory[]): readonly Check[] {
  const ask = (answers: Answers, question: (kind: Kind) => boolean) => answers.kind === undefined || question(answers.kind)
  return [
    {
      dropped: 'topic',
      names: ['topic'],
      holds: ({ kind, topic }) =>
        kind === undefined || topic === undefined || (asksTopic(kind) && offerTopics(kind, categories).includes(topic)),
    },
    {
      dropped: 'reason',
      names: ['reason'],
      holds: ({ kind, topic, reason }) =>
        kind === undefined || reason === undefined || offerReasons(kind, topic, categories).includes(reason),
    },
    { dropped: 'wish', names: ['wish'], holds: (answers) => ask(answers, asksWish) },
    { dropped: 'time', names: ['happenedOn', 'happenedRoughly', 'happenedAt'], holds: (answers) => ask(answers, asksTime) },
    { dropped: 'accused', names: ['accused'], holds: (answers) => answers.kind === undefined || asksAccused(answers) },
    // Somebody who wants to leave no trace must not find one in the draft either.
    { dropped: 'contact', names: ['name', 'email', 'phone'], holds: ({ unidentified }) => unidentified !== true },
  ]
}

/** The answers after a change: everything still relevant stays, what is not goes and is named if it had been given. */
export function reviseAnswers(before: Answers, change: Answers, categories: readonly OfferedCategory[]): Revised {
  return composeChecks(categories).reduce<Revised>(
    ({ answers, dropped }, check) => {
      if (check.holds(answers)) return { answers, dropped }
      const given = check.names.some((name) => isGiven(answers[name]))
      return { answers: without(answers, check.names), dropped: given ? [...dropped, check.dropped] : dropped }
    },
    { answers: { ...before, ...change }, dropped: [] },
  )
}
