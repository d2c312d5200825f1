import type { Context } from '../../../platform/context.ts'
import type { BodyName } from '../../record/events.ts'
import { type Body, type Hop, loadBodies, loadHops } from '../store.ts'
import { nameOf } from './propose.ts'

/** A hand-over with its body. */
export type ShownHop = Omit<Hop, 'bodyId'> & { readonly body: BodyName; readonly contact: string; readonly handles: BodyName }

function toShown({ bodyId, ...hop }: Hop, bodies: readonly Body[]): ShownHop {
  const body = bodies.find(({ id }) => id === bodyId)
  if (body === undefined) throw new Error('a hand-over to a body that is not in the register')
  return { ...hop, body: nameOf(body), contact: body.contact, handles: { id: body.handlesId, en: body.handlesEn } }
}

/** The hand-overs of a ticket with their bodies, the latest first. */
export async function showHops(ctx: Context, ticketId: string): Promise<readonly ShownHop[]> {
  const hops = await loadHops(ctx.tx, ticketId)
  if (hops.length === 0) return []
  const bodies = await loadBodies(ctx.tx)
  return hops.map((hop) => toShown(hop, bodies))
}
