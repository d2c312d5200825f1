import { loadOffice, loadOffices, type Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { listCircle } from '../../conduct/index.ts'
import { loadById } from '../../record/index.ts'
import type { SharedRequest } from '../read.ts'
import { findPassProblem } from '../rules.ts'
import { lockOpen, saveDraft, saveEnd, savePass } from '../store.ts'
import { asService, recordOn, tellAsker, tellUnit } from './telling.ts'

/** Keeps what is written so far, for everybody of the unit. */
export async function keepDraft(ctx: Context, { id }: SharedRequest, words: string): Promise<boolean> {
  return asService(ctx, async ({ tx }) => {
    const request = await lockOpen(tx, id)
    if (request !== null) await saveDraft(tx, id, words)
    return request !== null
  })
}

/** Answers, or says why not. False when it is not open any more. The caller has seen the request. */
export async function reply(ctx: Context, { id, officeName }: SharedRequest, state: 'answered' | 'declined', words: string) {
  return asService(ctx, async (service) => {
    const request = await lockOpen(service.tx, id)
    if (request === null) return false
    const by = ctx.actor.name ?? ''
    await saveEnd(service.tx, id, { state, reply: words, byName: by }, ctx.now)
    await recordOn(service, request.ticketId, { type: 'ticket.contribution_ended', payload: { officeName, how: state, by } })
    await tellAsker(service, request, state)
    return true
  })
}

/** Units that a request can be passed on to. */
export async function listPassable(ctx: Context, shared: SharedRequest): Promise<readonly Office[]> {
  if (shared.wasPassed) return []
  const [circle, ticket, offices] = await asService(ctx, async (service) => [
    await listCircle(service, shared.ticketId),
    await loadById(service.tx, shared.ticketId),
    await loadOffices(service.tx),
  ])
  const own = ticket?.standing.officeId
  return offices.filter(({ id, active }) => active && id !== shared.officeId && id !== own && !circle.includes(id))
}

export type PassProblem = 'conflict' | 'office_unknown' | 'passed_before' | 'office_same'

/** Hands a request on to the unit that knows, once. */
export async function passOn(ctx: Context, shared: SharedRequest, targetId: string): Promise<Result<null, PassProblem>> {
  const target = (await listPassable(ctx, shared)).find(({ id }) => id === targetId)
  if (target === undefined) return err(shared.wasPassed ? 'passed_before' : 'office_unknown')
  return asService(ctx, async (service) => {
    const request = await lockOpen(service.tx, shared.id)
    const ticket = request && (await loadById(service.tx, request.ticketId))
    if (request === null || ticket === null) return err('conflict')
    const problem = findPassProblem(request, ticket.standing.officeId, targetId)
    if (problem !== null) return err(problem)
    const from = await loadOffice(service.tx, request.officeId)
    await savePass(service.tx, request.id, request.officeId, targetId)
    const payload = { officeName: from?.name ?? '', how: 'passed', by: ctx.actor.name ?? '', to: target.name } as const
    await recordOn(service, request.ticketId, { type: 'ticket.contribution_ended', payload })
    await tellUnit(service, { ...request, officeId: targetId }, 'passed')
    return ok(null)
  })
}
