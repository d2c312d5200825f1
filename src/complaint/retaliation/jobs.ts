import type { Job } from '../../platform/jobs.ts'
import { askPage } from './actions/ask.ts'
import { codeMinutes } from './rules.ts'
import { forgetCodes } from './store.ts'

/** Puts the questions whose day has come, page after page, and forgets codes that were shown long enough. */
export const askDue: Job = {
  name: 'retaliation.ask',
  cron: '*/10 * * * *',
  async run({ transaction, isStopping }) {
    await transaction((ctx) => forgetCodes(ctx.tx, new Date(ctx.now.getTime() - codeMinutes * 60_000)))
    while (!isStopping() && (await transaction(askPage)) > 0);
  },
}
