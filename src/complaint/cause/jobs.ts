import type { Job } from '../../platform/jobs.ts'
import { proposeRepeats } from './actions/propose.ts'

/** Looks each hour for what keeps coming. Several processes may: each repeat is proposed once. */
export const watchRepeats: Job = {
  name: 'cause.watch',
  cron: '7 * * * *',
  run: async ({ transaction }) => {
    await transaction(proposeRepeats)
  },
}
