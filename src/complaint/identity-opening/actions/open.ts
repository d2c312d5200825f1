import { type Identity, readIdentity } from '../../../access/confidentiality/index.ts'
import { asService, type Context } from '../../../platform/context.ts'
import { ok } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { LoadedTicket } from '../../record/index.ts'
import type { Opening } from '../read.ts'
import { saveFirstLook, useOpening } from '../store.ts'
import { findStanding, loadRights } from './part.ts'
import { findRoles } from './roles.ts'

/** The complainant learns of the first look by the history; of each one by what the trail says. */
async function tellFirstLook(ctx: Context, ticket: LoadedTicket, { id }: Opening): Promise<void> {
  await changeInTime<never>(ctx, ticket.id, async () => {
    const isFirst = await asService(ctx, 'identity-opening', ({ tx }) => saveFirstLook(tx, id, ctx.now))
    return ok(isFirst ? [{ type: 'ticket.identity_opened', payload: { openingId: id, roles: findRoles(ctx, ticket) } }] : [])
  })
}

/** The identity behind a ticket; null unless an approved opening of this officer stands now, for the program and for the database. */
export async function openIdentity(
  ctx: Context,
  ticket: LoadedTicket,
): Promise<{ readonly identity: Identity; readonly opening: Opening } | null> {
  const rights = await loadRights(ctx, ticket)
  const opening = rights && findStanding(ctx, rights)
  if (opening === null) return null
  await useOpening(ctx.tx, opening.id)
  const identity = await readIdentity(ctx, ticket.id)
  await useOpening(ctx.tx, null)
  if (identity === null) return null
  if (opening.openedAt === null) await tellFirstLook(ctx, ticket, opening)
  return { identity, opening }
}
