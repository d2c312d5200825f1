/**
 * The clocks of law and service that run for each ticket. Days are counted in the office's calendar; a due time is the
 * end of its day in the office's zone. Sources of the rules: data/deadlines.json.
 */
export { dateReopening, loadCalendar, loadStart, planClocks, restartClocks, startPlanned } from './actions.ts'
/** Clocks of one ticket, running ones first; `dueAt` is null where the calendar does not know the year. */
export { loadClocks, type StoredClock } from './store.ts'
