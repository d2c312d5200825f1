/** The face of the pure rules of triage: other capabilities import from here, never from the files behind it. */
export { type Completeness, scoreCompleteness } from './rules/completeness.ts'
export { findGradeProblem, type Suggestion, suggestSeverity } from './rules/signs.ts'
