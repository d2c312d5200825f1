import type { Job } from '../../platform/jobs.ts'
import { tellPage } from './actions/watch.ts'

/** Tells of what is due within a day, and of what is late, page after page. */
export const watchDue: Job = {
  name: 'contribution.watch',
  cron: '*/10 * * * *',
  async run({ transaction, isStopping }) {
    while (!isStopping() && (await transaction(tellPage)) > 0);
  },
}
