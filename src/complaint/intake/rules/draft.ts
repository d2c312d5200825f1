import { type Answers, type Dropped, reviseAnswers } from './answers.ts'
import { findSignpost } from './signposts.ts'
import type { Step } from './steps.ts'
import type { OfferedCategory } from './topics.ts'

/** A file of a draft. `id` names it in the form. */
export type DraftFile = {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly storeKey: string
}

/** Fields of a screen as they were typed and not yet checked, kept over a change of language. */
export type Pending = { readonly step: Step; readonly fields: Readonly<Record<string, string | readonly string[]>> }

/** A report on the way. */
export type Draft = {
  /** Sending it twice makes one ticket. */
  readonly idempotencyKey: string
  readonly answers: Answers
  readonly passed: readonly Step[]
  /** Whether the answers were shown for checking: from then on a change leads back there. */
  readonly checked: boolean
  readonly dropped: readonly Dropped[]
  readonly pending: Pending | null
  readonly files: readonly DraftFile[]
}

export function createDraft(idempotencyKey: string): Draft {
  return { idempotencyKey, answers: {}, passed: [], checked: false, dropped: [], pending: null, files: [] }
}

function passStep(passed: readonly Step[], step: Step): readonly Step[] {
  return passed.includes(step) ? passed : [...passed, step]
}

function signpostOf({ kind, topic, reason }: Answers): string | null {
  return kind === undefined ? null : findSignpost(kind, topic, reason)
}

/** The draft after a screen was answered. Advice that a change brings up has not been seen yet. */
export function answerStep(draft: Draft, step: Step, change: Answers, categories: readonly OfferedCategory[]): Draft {
  const { answers, dropped } = reviseAnswers(draft.answers, change, categories)
  const advised = signpostOf(answers) === signpostOf(draft.answers)
  const passed = passStep(draft.passed, step).filter((other) => advised || other !== 'signpost')
  return { ...draft, answers, dropped, passed, pending: null }
}

/** Keeps what was typed on a screen without judging it. */
export function keepTyped(draft: Draft, step: Step, fields: Pending['fields']): Draft {
  return { ...draft, pending: { step, fields } }
}
