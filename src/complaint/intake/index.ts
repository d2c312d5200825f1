/** The unit that a report belongs to: the office it is about or a central one. */
export { findUnit } from './actions/destination.ts'
/** The one way a report comes in, whoever brings it: form, API, officer, import. See the doc comments of the types for shapes and units. */
export { type PartOf, type Receipt, type ReportInput, type SubmitProblem, submitReport } from './actions/submit.ts'
