import type { Mailer } from '../../platform/mail.ts'

const restUntil = new WeakMap<Mailer, number>()

/** Waiting this long for a failure is what a busy network does; longer is a server that hangs. */
const patientMilliseconds = 2000

/**
 * A mail server that hangs holds up a worker for its whole time limit, and a thousand waiting mails would hold up every
 * other job of the service. So it is left alone for three times as long as it made us wait.
 */
export function noteFailure(mailer: Mailer, waitedMilliseconds: number): void {
  if (waitedMilliseconds > patientMilliseconds) restUntil.set(mailer, performance.now() + 3 * waitedMilliseconds)
}

export function isResting(mailer: Mailer): boolean {
  return (restUntil.get(mailer) ?? 0) > performance.now()
}
