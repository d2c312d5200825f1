import type { Job } from '../../platform/jobs.ts'
import { linkPending } from './actions/chain.ts'
import { checkJob, runCheck } from './actions/check.ts'

/** Runs each minute as a safety net; app/ calls the same action each second while the service runs. */
export const linkTrail: Job = {
  name: 'trail.link',
  cron: '* * * * *',
  run: async (work) => {
    while ((await work.transaction((ctx) => linkPending(ctx))) > 0);
  },
}

/** Walks the whole chain because an auditor asked for it. */
export const checkTrail: Job = {
  name: checkJob,
  run: (work, payload) => runCheck(work, (payload as { id: string }).id),
}
