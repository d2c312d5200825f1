import type { Context } from '../../../platform/context.ts'
import { isLocale } from '../../../platform/i18n.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import type { OfficerProblem } from '../../conversation/index.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { openHop, type PlanProblem, type ProposalInput, planHop } from '../../scope/index.ts'
import { performVerb, type VerbProblem } from './perform.ts'

export type SendOn = ProposalInput & { readonly ticketId: string; readonly version: number }

/** A beginning of the question to the complainant, in their language. */
export function suggestMessage(ctx: Pick<Context, 'words'>, language: string): string {
  return ctx.words(isLocale(language) ? language : 'id').t('scope.message.suggested')
}

/**
 * Proposes to send a ticket on to another body: the complainant is asked, or told on what legal basis it goes without being asked (domain
 * rule 24).
 */
export async function sendOn(
  ctx: Context,
  { ticketId, version, ...proposal }: SendOn,
): Promise<Result<LoadedTicket, VerbProblem | PlanProblem | OfficerProblem | 'message_asks'>> {
  const request = { ticketId, verb: 'send_on', version } as const
  let plan: Extract<Awaited<ReturnType<typeof planHop>>, { ok: true }>['value'] | null = null
  const proposed = await performVerb<PlanProblem | 'message_asks'>(ctx, request, async (ticket) => {
    if (!proposal.asks && proposal.message.trim() === suggestMessage(ctx, ticket.language)) return err('message_asks')
    const planned = await planHop(ctx, ticket, proposal)
    if (!planned.ok) return planned
    plan = planned.value
    return ok([planned.value.event])
  })
  if (!proposed.ok || plan === null) return proposed
  const told = await openHop(ctx, plan['hop'])
  if (told.ok) return proposed
  return err(told.error === 'move_not_allowed' ? 'conflict' : told.error)
}
