/** The complainant's way to their own report, without an account. `app/` gives cookie and resolver to the server. */
export { keyholderCookie, type ProofProblem, proveOwnership, resolveKeyholder } from './actions/enter.ts'
/** For the mail that carries a recovery link: its job's name, what the job gets, and the secret inside. The link is `recoveryUrl`. */
export { openRecoveryToken, type RecoveryMail, recoveryMailJob } from './actions/recover.ts'
/** The complainant's judgement of the answer. */
export { rateAnswer } from './actions/respond.ts'
/** What the complainant sees: the whole report with number and code, or the public stage with the number alone. */
export { showReport, showStage } from './actions/show.ts'
/** The view that `showReport` gives: times are instants, `timeZone` is that of the office. */
export type { ReportView } from './rules.ts'
/** Path of a recovery link, behind the public origin. */
export { recoveryUrl } from './urls.ts'
