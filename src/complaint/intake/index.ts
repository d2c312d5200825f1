/** The one way a report comes in, whoever brings it: form, API, officer, import. See the doc comments of the types for shapes and units. */

/** The one way of a file into the store, for every channel; the store's key and the cleaned facts come back. */
export { type KeepProblem, keepFile, type Upload } from './actions/files.ts'
export { type KeptFile, type Receipt, type ReceiptPromise, type ReportInput, type SubmitProblem, submitReport } from './actions/submit.ts'
