/** Why an embedded PostgreSQL could not be started, by name, so that callers can tell them apart without reading texts. */
export type EmbeddedPostgresProblem =
  | 'no-binaries'
  | 'already-running'
  | 'wrong-owner'
  | 'unreachable-place'
  | 'wrong-version'
  | 'start-failed'

/** Its message is written for the operator: what is wrong and what to do. It never holds the password. */
export class EmbeddedPostgresError extends Error {
  readonly problem: EmbeddedPostgresProblem

  constructor(problem: EmbeddedPostgresProblem, message: string) {
    super(message)
    this.name = 'EmbeddedPostgresError'
    this.problem = problem
  }
}
