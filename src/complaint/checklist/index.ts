/** What is to be looked at in a report by its category. The complainant sees none of it. */

/** Whether an officer ticks in this report. */
export { mayTick } from './actions/tick.ts'
/** The list of a report with what is ticked; null where its category has none. */
export { type Checklist, loadChecklist } from './read.ts'
