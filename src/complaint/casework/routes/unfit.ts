import type { Context } from '../../../platform/context.ts'
import { page, type Reply, type RouteRequest, refuse } from '../../../platform/http/route.ts'
import { loadHistory } from '../../record/index.ts'
import { UnfitPage } from '../pages/unfit-page.tsx'
import { explainUnfit, type Verb } from '../rules.ts'
import { composeHead, type Opened, openTicket } from './opening.ts'
import { findAssignee, toHistory } from './view-ticket.ts'

type TicketRequest = RouteRequest<{ readonly id: string }>

/** What happened last is what made it so. */
const lastOnes = 3

/** Why a verb does not fit where the ticket stands: what it is now, and what happened last. */
export async function showUnfit(request: TicketRequest, ctx: Context, verb: Verb, opened: Opened): Promise<Reply> {
  const { frame, audit } = request
  audit({ reason: 'conflict' })
  const [history, { assignee }] = await Promise.all([loadHistory(ctx.tx, opened.ticket.id), findAssignee(ctx, opened)])
  const why = explainUnfit(verb, opened.ticket.standing.state)
  const last = toHistory(history.slice(-lastOnes).reverse())
  return page(UnfitPage({ frame, head: composeHead(ctx, opened), verb, why, assignee: assignee?.label ?? null, last }), { status: 409 })
}

/** The same where the ticket is not open yet. */
export async function openUnfit(request: TicketRequest, ctx: Context, verb: Verb): Promise<Reply> {
  const opened = await openTicket(ctx, request.params.id)
  return opened === null ? refuse(404, 'not_found') : showUnfit(request, ctx, verb, opened)
}
