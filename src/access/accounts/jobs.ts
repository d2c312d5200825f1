import type { Job } from '../../platform/jobs.ts'
import { forgetOldCounts } from '../../platform/limits.ts'
import { sweepSessions } from './actions/sessions.ts'

/** Each hour: sessions, links and counts that can no longer matter. */
export const sweepAccounts: Job = {
  name: 'accounts.sweep',
  cron: '23 * * * *',
  run: (work) =>
    work.transaction(async (ctx) => {
      await sweepSessions(ctx)
      await forgetOldCounts(ctx)
    }),
}
