import type { Job } from '../../platform/jobs.ts'
import { linkPending } from './actions.ts'

/** Runs each minute as a safety net; app/ calls the same action each second while the service runs. */
export const linkTrail: Job = {
  name: 'trail.link',
  cron: '* * * * *',
  run: async (work) => {
    while ((await work.transaction((ctx) => linkPending(ctx))) > 0) continue
  },
}
