import { record } from '../../audit/trail/index.ts'
import type { Context } from '../../platform/context.ts'
import { enqueue, type Job, type Work } from '../../platform/jobs.ts'
import { moveJob, movePart, planMovingParts } from './actions/calendar.ts'
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

/** Moves what is planned, part after part. Gives how many promises moved, and whether there was nothing to be done. */
async function moveOnce({ transaction, isStopping }: Work): Promise<{ readonly moved: number; readonly done: boolean }> {
  let [moved, touched] = [0, 0]
  for (const part of await transaction(planMovingParts)) {
    if (isStopping()) break
    const done = await transaction((ctx) => movePart(ctx, part))
    moved += done.moved
    touched += done.touched
  }
  return { moved, done: touched === 0 }
}

/**
 * Moves open tickets behind a change of the calendar until none is left that stands by another one (acceptance T6): whoever dies in the
 * middle has moved whole parts, and the rest is planned anew. Two changes after each other meet in the calendar in force.
 */
export const moveClocks: Job = {
  name: moveJob,
  async run(work) {
    let moved = 0
    for (let once = await moveOnce(work); !once.done && !work.isStopping(); once = await moveOnce(work)) moved += once.moved
    await work.transaction(async (ctx) => {
      if (moved > 0) await record(ctx, { event: 'calendar.moved', outcome: 'done', objectType: 'calendar', details: { moved } })
      if (work.isStopping()) await enqueue(ctx, moveJob, {}, { key: moveJob })
    })
  },
}
