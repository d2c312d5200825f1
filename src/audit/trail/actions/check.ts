import type { Context } from '../../../platform/context.ts'
import { enqueue, type Work } from '../../../platform/jobs.ts'
import { finishCheck, insertCheck, isCheckRunning, lockRunningCheck, saveProgress } from '../store/checks.ts'
import { beginning, walkBeyond, walkOn } from './chain.ts'

export const checkJob = 'trail.check'

/** A check that died with its process is not waited for longer than this. */
const patience = 30 * 60_000

/** Queues a walk along the whole chain; millions of links take minutes. False when one is already under way. */
export async function startCheck(ctx: Context): Promise<boolean> {
  if (await isCheckRunning(ctx.tx, new Date(ctx.now.getTime() - patience))) return false
  const id = ctx.newId()
  await insertCheck(ctx.tx, { id, at: ctx.now, by: ctx.actor.name })
  await enqueue(ctx, checkJob, { id })
  return true
}

/** One stretch of a check in a transaction of its own; true when there is more. Repeating it after a crash goes on where it stood. */
async function continueCheck(ctx: Context, id: string): Promise<boolean> {
  const check = await lockRunningCheck(ctx.tx, id)
  if (check === null) return false
  const from = check.hash === null ? beginning : { position: check.position, hash: check.hash, broken: null }
  const walk = await walkOn(ctx, from)
  if (walk.broken === null && walk.position > from.position) {
    await saveProgress(ctx.tx, id, walk.position, walk.hash)
    return true
  }
  const { broken } = walk.broken === null ? await walkBeyond(ctx, walk) : walk
  await finishCheck(ctx.tx, id, ctx.now, broken)
  return false
}

export async function runCheck(work: Work, id: string): Promise<void> {
  while (await work.transaction((ctx) => continueCheck(ctx, id)));
}
