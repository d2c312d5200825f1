import type { Job } from '../../platform/jobs.ts'
import { makePartitionsAhead } from './store.ts'

/** Keeps three months of event partitions ahead. */
export const makePartitions: Job = {
  name: 'record.make-partitions',
  cron: '17 2 * * *',
  run: (work) => work.transaction((ctx) => makePartitionsAhead(ctx.tx, ctx.now)),
}
