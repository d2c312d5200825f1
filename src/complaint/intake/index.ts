/** The one way a report comes in, whoever brings it: form, API, officer, import. See the doc comments of the types for shapes and units. */
export { type Receipt, type ReportInput, type SubmitProblem, submitReport } from './actions/submit.ts'
