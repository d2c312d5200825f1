/** What lies behind reports, and what is changed because of it. */

/** Whether a report cannot be closed before its cause is known. */
export { lacksCause } from './actions/record.ts'
/** What was last found to lie behind a report. */
export { loadFinding } from './read.ts'
