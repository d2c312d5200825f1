import type { Kind } from '../../record/events.ts'
import { type Answers, asksTime } from './answers.ts'
import { findSignpost } from './signposts.ts'
import { asksTopic, type OfferedCategory, offerReasons, offerTopics } from './topics.ts'

/** The screens before sending, in their order (acceptance C3: at most twelve). */
export const steps = [
  'kind',
  'topic',
  'reason',
  'signpost',
  'office',
  'story',
  'time',
  'subject',
  'privacy',
  'contact',
  'files',
  'check',
] as const
export type Step = (typeof steps)[number]

function isAsked(step: Step, kind: Kind, { topic, reason, unidentified }: Answers, categories: readonly OfferedCategory[]): boolean {
  switch (step) {
    case 'topic':
      return asksTopic(kind)
    case 'reason':
      return offerReasons(kind, topic, categories).length > 0
    case 'signpost':
      return findSignpost(kind, topic, reason) !== null
    case 'time':
      return asksTime(kind)
    case 'contact':
      return unidentified !== true
    case 'kind':
    case 'office':
    case 'story':
    case 'subject':
    case 'privacy':
    case 'files':
    case 'check':
      return true
  }
}

/** The screens that these answers lead through. Before the kind is known, as many as are certain. */
export function listSteps(answers: Answers, categories: readonly OfferedCategory[]): readonly Step[] {
  const { kind } = answers
  if (kind === undefined) return steps.filter((step) => step !== 'reason' && step !== 'signpost')
  return steps.filter((step) => isAsked(step, kind, answers, categories))
}

/** Advice asks nothing, so it is no step: nobody's way grows by it. */
function isCounted(step: Step): boolean {
  return step !== 'signpost'
}

/** Most topics have a second question: counted before it is known, so that the way does not seem to grow. */
function countUnknown({ kind, topic }: Answers): number {
  return topic === undefined && (kind === undefined || kind === 'complaint' || kind === 'criticism') ? 1 : 0
}

/** Where a screen stands, from 1, and how many there are at most; null for one that is no step. The total may shrink on the way, and never grows. */
export function countSteps(
  step: Step,
  answers: Answers,
  categories: readonly OfferedCategory[],
): { readonly number: number; readonly total: number } | null {
  if (!isCounted(step)) return null
  const path = listSteps(answers, categories).filter(isCounted)
  return { number: Math.max(1, path.indexOf(step) + 1), total: path.length + countUnknown(answers) }
}

/** Whether the topic and the reason are still on offer: a category may have been taken out of use meanwhile. */
function isOffered(step: 'topic' | 'reason', { kind, topic, reason }: Answers, categories: readonly OfferedCategory[]): boolean {
  if (kind === undefined) return false
  return step === 'topic'
    ? offerTopics(kind, categories).includes(topic ?? '')
    : offerReasons(kind, topic, categories).includes(reason ?? '')
}

/** What must be there before a report can be sent. The other screens need only have been passed. */
function isAnswered(step: Step, answers: Answers, categories: readonly OfferedCategory[]): boolean {
  switch (step) {
    case 'topic':
    case 'reason':
      return isOffered(step, answers, categories)
    case 'kind':
      return answers.kind !== undefined
    case 'office':
      return answers.officeId !== undefined
    case 'story':
      return (answers.text ?? '') !== ''
    case 'subject':
      return answers.relation !== undefined
    case 'contact':
      return `${answers.email ?? ''}${answers.phone ?? ''}` !== ''
    case 'signpost':
    case 'time':
    case 'privacy':
    case 'files':
    case 'check':
      return true
  }
}

export type Progress = { readonly answers: Answers; readonly passed: readonly Step[] }

/** The first screen that still needs an answer or was not passed; null when the report can be sent. */
export function findMissing({ answers, passed }: Progress, categories: readonly OfferedCategory[]): Step | null {
  return (
    listSteps(answers, categories).find((step) => step !== 'check' && !(passed.includes(step) && isAnswered(step, answers, categories))) ??
    null
  )
}

/**
 * Why the report cannot go out before this screen: it owes an answer (`incomplete`), or it may stay empty and was only not
 * passed yet (`unseen`), which must not be called an answer that is missing.
 */
export function findHindrance(step: Step, { answers, passed }: Progress, categories: readonly OfferedCategory[]): 'incomplete' | 'unseen' {
  return step !== 'check' && isAnswered(step, answers, categories) && !passed.includes(step) ? 'unseen' : 'incomplete'
}

/** The screen behind this one; with `checked`, straight to what is missing, or back to the answers to be checked. */
export function findNext(step: Step, progress: Progress & { readonly checked: boolean }, categories: readonly OfferedCategory[]): Step {
  const path = listSteps(progress.answers, categories)
  if (progress.checked) return findMissing(progress, categories) ?? 'check'
  const later = path.filter((other) => steps.indexOf(other) > steps.indexOf(step))
  const missing = findMissing(progress, categories)
  // A screen before this one that is still open comes first: somebody came here by an address.
  if (missing !== null && steps.indexOf(missing) < steps.indexOf(step)) return missing
  return later[0] ?? 'check'
}

/** The screen before this one; null on the first. */
export function findPrevious(step: Step, answers: Answers, categories: readonly OfferedCategory[]): Step | null {
  const earlier = listSteps(answers, categories).filter((other) => steps.indexOf(other) < steps.indexOf(step))
  return earlier.at(-1) ?? null
}
