import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { loadAction } from '../read.ts'
import { findDoneProblem, findVerifyProblem } from '../rules.ts'
import { saveDone, saveVerified } from '../store.ts'

/** The owner says that an action is done, and what was done. */
export async function finishAction(
  ctx: Context,
  id: string,
  words: string,
): Promise<Result<true, 'action_not_found' | NonNullable<ReturnType<typeof findDoneProblem>>>> {
  const action = await loadAction(ctx.tx, id)
  if (action === null) return err('action_not_found')
  const problem = findDoneProblem(action, requireOfficer(ctx).id, words)
  if (problem !== null) return err(problem)
  return (await saveDone(ctx.tx, id, { at: ctx.now, words: words.trim() })) ? ok(true) : err('done_already')
}

/** Somebody else than the owner says by what it is seen that an action is done. */
export async function verifyAction(
  ctx: Context,
  id: string,
  evidence: string,
): Promise<Result<true, 'action_not_found' | NonNullable<ReturnType<typeof findVerifyProblem>>>> {
  const { id: officerId, name: officerName } = requireOfficer(ctx)
  const action = await loadAction(ctx.tx, id)
  if (action === null) return err('action_not_found')
  const problem = findVerifyProblem(action, officerId, evidence)
  if (problem !== null) return err(problem)
  const saved = await saveVerified(ctx.tx, id, { at: ctx.now, officerId, officerName, evidence: evidence.trim() })
  return saved ? ok(true) : err('verified_already')
}
