/**
 * The clocks of law and service that run for each ticket. Days are counted in the office's calendar; a due time is the
 * end of its day in the office's zone, unless a pause moved it to the minute. Sources of the rules: data/deadlines.json.
 */

/** The one way to change a ticket: its clocks stand still and run on with it. */
export { changeInTime } from './actions/change.ts'
/** Promises the answer for later, with an end to it; for the decision of `changeInTime`. */
export { type ExtendProblem, extendAnswer } from './actions/extend.ts'
/** What stood still for a ticket counts for a part of it. */
export { inheritPauses } from './actions/inheriting.ts'
/** After a new class or office: clocks that count from the same receipt, with all that stood still so far. */
export { previewDue, restartClocks } from './actions/running.ts'
/** Told of when somebody above a ticket is told that it is late: who, and of which. */
export { type Escalated, escalatedEvent } from './actions/watch.ts'
export { loadCalendar, loadOwnDue, loadRule, loadStart, planClocks, recallAmounts, startPlanned } from './actions.ts'
/** Clocks of one ticket, running ones first; `dueAt` is null where the calendar does not know the year. Pauses in their order. */
export { loadClocks, loadPauses, type StoredClock, type StoredPause } from './store.ts'
