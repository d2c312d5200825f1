import type { Context } from '../../platform/context.ts'
import type { Job, Work } from '../../platform/jobs.ts'
import { endPausesPage, watchPage } from './actions/watch.ts'

/** Page after page, each in a transaction of its own, until none is left: there is no limit (acceptance T7). */
async function finish({ transaction, isStopping }: Work, page: (ctx: Context) => Promise<number>): Promise<void> {
  while (!isStopping() && (await transaction(page)) > 0);
}

/** Looks at every clock whose moment has come, each minute. */
export const watchClocks: Job = {
  name: 'deadlines.watch',
  cron: '* * * * *',
  async run(work) {
    await finish(work, endPausesPage)
    await finish(work, watchPage)
  },
}
