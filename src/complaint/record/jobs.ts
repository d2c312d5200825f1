import type { Job } from '../../platform/jobs.ts'
import { makePartitionsAhead, sumClosed } from './store.ts'

/** Keeps three months of event partitions ahead. */
export const makePartitions: Job = {
  name: 'record.make-partitions',
  cron: '17 2 * * *',
  run: (work) => work.transaction((ctx) => makePartitionsAhead(ctx.tx, ctx.now)),
}

/** Each closing adds a line to the sum of its unit; this makes one of many. */
export const sumUpClosed: Job = {
  name: 'record.sum-closed',
  cron: '*/10 * * * *',
  run: (work) => work.transaction((ctx) => sumClosed(ctx.tx)),
}
