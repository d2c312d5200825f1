import type { Job } from '../../platform/jobs.ts'
import { answerRecovery, type RecoveryRequest, sendRecoveryJob } from './actions/recover.ts'
import { deleteOldTraces } from './store.ts'

export const sendRecovery: Job = {
  name: sendRecoveryJob,
  run: ({ transaction }, payload) => transaction((ctx) => answerRecovery(ctx, payload as RecoveryRequest)),
}

/** Sessions and links end by their own times; this only takes their rows away. */
export const forgetOldTraces: Job = {
  name: 'tracking.forget',
  cron: '17 * * * *',
  run: ({ transaction }) => transaction((ctx) => deleteOldTraces(ctx.tx, new Date(ctx.now.getTime() - 13 * 3_600_000))),
}
