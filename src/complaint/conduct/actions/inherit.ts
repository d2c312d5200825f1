import { type Context, createSystemActor } from '../../../platform/context.ts'
import { ok } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import { loadById } from '../../record/index.ts'
import { loadShield, type SubjectLine } from '../read.ts'
import { copyExcluded, insertCircle, insertSubject } from '../store.ts'
import { planEvents, workOut } from './name.ts'
import { openAccusation, sealAccusation } from './sealing.ts'

function copySubjects(ctx: Context, subjects: readonly SubjectLine[], ticketId: string): void {
  for (const { id: before, officerId, officeId, sealed, at, namedBy } of subjects) {
    const id = ctx.newId()
    // Sealed anew: the id is part of the seal.
    insertSubject(ctx.tx, {
      id,
      ticketId,
      officerId,
      officeId,
      sealed: sealAccusation(ctx, id, openAccusation(ctx, before, sealed)),
      at,
      namedBy,
    })
  }
}

/**
 * Keeps a new ticket from everybody that an earlier one is kept from, and brings it to where nobody of them is: who was complained of
 * then is who may be behind this one. As the service itself, for the rest of the transaction.
 */
export async function inheritShield(ctx: Context, fromId: string, toId: string): Promise<void> {
  const service: Context = { ...ctx, actor: createSystemActor('conduct') }
  await ctx.tx.become(service.actor)
  const [{ subjects }, ticket] = [await loadShield(ctx.tx, fromId), await loadById(ctx.tx, toId)]
  if (ticket === null) throw new Error('a ticket was opened and is not there')
  const officerIds = subjects.flatMap(({ officerId }) => officerId ?? [])
  const officeIds = subjects.flatMap(({ officeId }) => officeId ?? [])
  if (subjects.length > 0) {
    const naming = await workOut(service, ticket, { ticketId: toId, officerIds, officeIds, said: { name: '', unit: '', time: '' } })
    await changeInTime<never>(service, toId, async (locked) => ok(await planEvents(service, locked, naming)))
    copySubjects(service, subjects, toId)
    await insertCircle(ctx.tx, toId, naming.circle, ctx.now)
  }
  await copyExcluded(ctx.tx, fromId, toId, ctx.now)
}
