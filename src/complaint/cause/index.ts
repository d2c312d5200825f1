/** What lies behind reports, and what is changed because of it. */

/** The owner says that an action is done. */
export { finishAction } from './actions/follow.ts'
/** Looks for what keeps coming, and proposes a change. */
export { proposeRepeats } from './actions/propose.ts'
/** What lies behind a report is recorded; and whether it cannot be closed before that. */
export { lacksCause, recordCause } from './actions/record.ts'
/** What was last found to lie behind a report, and what is being changed. */
export { listOpenActions, loadFinding } from './read.ts'
