import { loadMembers } from '../../../access/accounts/index.ts'
import { type Context, createSystemActor } from '../../../platform/context.ts'
import { ok } from '../../../platform/result.ts'
import { changeInTime } from '../../deadlines/index.ts'
import { loadById } from '../../record/index.ts'
import { recognise } from '../rules.ts'
import { insertCircle } from '../store.ts'
import { keepSubjects, type NamingInput, planEvents, workOut } from './name.ts'

type Received = {
  readonly ticketId: string
  readonly concernedOfficeId: string | null
  /** In words, as it was told. */
  readonly accused: string
  readonly accusedOfficeIds: readonly string[]
}

async function findNamed(ctx: Context, { ticketId, concernedOfficeId, accused, accusedOfficeIds }: Received): Promise<NamingInput> {
  const units = [...accusedOfficeIds, ...(concernedOfficeId === null ? [] : [concernedOfficeId])]
  const officerIds = recognise(accused, await loadMembers(ctx.tx, [], units))
  return { ticketId, officerIds, officeIds: accusedOfficeIds, said: { name: accused, unit: '', time: '' } }
}

/**
 * Keeps a new report from whoever it names, from its receipt on, and brings it to where nobody of them is. Under a category about staff,
 * words in which nobody is recognised are only kept: compliance has it and the office concerned is away already. As the service itself, for the
 * rest of the transaction.
 */
export async function nameAtReceipt(ctx: Context, received: Received, isAboutStaff: boolean): Promise<void> {
  const named = await findNamed(ctx, received)
  const namer = ctx.actor.kind === 'officer' ? ctx.actor.id : null
  if (isAboutStaff && named.officerIds.length + named.officeIds.length === 0) return keepSubjects(ctx, named, namer)
  const service: Context = { ...ctx, actor: createSystemActor('conduct') }
  await ctx.tx.become(service.actor)
  const ticket = await loadById(ctx.tx, received.ticketId)
  if (ticket === null) throw new Error('a ticket was opened and is not there')
  const naming = await workOut(service, ticket, named)
  await changeInTime<never>(service, ticket.id, async (locked) => ok(await planEvents(service, locked, naming)))
  keepSubjects(service, named, namer)
  await insertCircle(ctx.tx, ticket.id, naming.circle, ctx.now)
}
