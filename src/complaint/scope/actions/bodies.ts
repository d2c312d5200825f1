import type { Context } from '../../../platform/context.ts'
import { type Body, loadBodies, saveBody } from '../store.ts'

/** The bodies that a report can be sent on to. */
export async function listBodies(ctx: Pick<Context, 'tx'>): Promise<readonly Body[]> {
  return (await loadBodies(ctx.tx)).filter(({ active }) => active)
}

/** Adds a body or changes it; one out of use stays, because reports were sent to it. */
export async function editBody(ctx: Context, body: Body): Promise<void> {
  await saveBody(ctx.tx, body, { at: ctx.now, officerId: ctx.actor.id })
}
