import { localDate } from './calendar.ts'
import { findPromise } from './clocks.ts'

type Started = { readonly ruleId: string; readonly startedAt: Date; readonly stoppedAt: Date | null }

/** From when the times of a ticket count: since its receipt, and for the answer that is owed now since it was last opened again. */
export type Start = { readonly receivedAt: Date; readonly answerFrom: Date }

function findFirst(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>((first, at) => (first !== null && first <= at ? first : at), null)
}

function findLast(moments: readonly Date[]): Date | null {
  return moments.reduce<Date | null>((last, at) => (last !== null && last >= at ? last : at), null)
}

/**
 * Reads the start from the clocks, which remember it: a letter's began on the day it was received and not when it was put down, and the
 * answer's begin anew when a report is opened again. Another class or office counts from there. Without clocks, from `submittedAt`.
 */
export function findStart(clocks: readonly Started[], submittedAt: Date): Start {
  const receivedAt = findFirst(clocks.map(({ startedAt }) => startedAt)) ?? submittedAt
  const answering = clocks.filter(({ ruleId, stoppedAt }) => stoppedAt === null && findPromise(ruleId) === 'answer')
  return { receivedAt, answerFrom: findLast(answering.map(({ startedAt }) => startedAt)) ?? receivedAt }
}

/** When a report was received, if that was on a day of the office before it was put down; null for all others. */
export function findEarlierReceipt(clocks: readonly Started[], submittedAt: Date, timeZone: string): Date | null {
  const { receivedAt } = findStart(clocks, submittedAt)
  return localDate(receivedAt, timeZone).equals(localDate(submittedAt, timeZone)) ? null : receivedAt
}
