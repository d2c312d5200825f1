import { type AttemptMail, attemptMailJob } from '../../complaint/conduct/index.ts'
import { type ShareMail, shareMailJob } from '../../complaint/share/index.ts'
import { type RecoveryMail, recoveryMailJob } from '../../complaint/tracking/index.ts'
import type { Job } from '../../platform/jobs.ts'
import { deliver, sendJob } from './actions.ts'
import { tellOfAttempt } from './attempt.ts'
import { sendRecovery } from './recovery.ts'
import { sendLink } from './share.ts'

export const sendMail: Job = {
  name: sendJob,
  async run(work, payload) {
    const { mailId } = payload as { readonly mailId: string }
    const failure = await work.transaction((ctx) => deliver(ctx, mailId))
    // After the commit, which keeps the count: what is thrown makes the queue try again, later each time.
    if (failure !== null) throw failure
  },
}

/** Queued by complaint/tracking for a complainant who lost the access code. */
export const recoverByMail: Job = {
  name: recoveryMailJob,
  run: (work, payload) => work.transaction((ctx) => sendRecovery(ctx, payload as RecoveryMail)),
}

/** Queued by complaint/share for somebody of another body. */
export const sendLinks: Job = {
  name: shareMailJob,
  run: (work, payload) => work.transaction((ctx) => sendLink(ctx, payload as ShareMail)),
}

/** Queued by complaint/conduct when somebody reached for a ticket that is kept from them. */
export const tellAttempts: Job = {
  name: attemptMailJob,
  run: (work, payload) => work.transaction((ctx) => tellOfAttempt(ctx, payload as AttemptMail)),
}
