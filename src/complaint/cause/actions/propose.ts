import type { Context } from '../../../platform/context.ts'
import { repeatDays, repeatsFrom } from '../rules.ts'
import { findRepeats, insertProposal } from '../store.ts'

/** The moment before which nothing is counted any more. */
export function startOfRepeats(now: Date): Date {
  return new Date(now.getTime() - repeatDays * 86_400_000)
}

/** Opens a proposal for what keeps coming of one unit and topic; exactly once, however many look (acceptance C22). Gives how many. */
export async function proposeRepeats(ctx: Context): Promise<number> {
  const repeats = await findRepeats(ctx.tx, startOfRepeats(ctx.now), repeatsFrom)
  let opened = 0
  for (const repeat of repeats) if (await insertProposal(ctx.tx, { ...repeat, id: ctx.newId(), at: ctx.now })) opened += 1
  return opened
}
