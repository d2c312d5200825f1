import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { listRequestsOf, mayAsk } from '../../contribution/index.ts'
import { findIdentityPart } from '../../identity-opening/index.ts'
import { loadBesideTicket } from '../../mass-event/index.ts'
import { findTicketRefusal, listLinksOf } from '../../share/index.ts'
import type { TicketView } from '../pages/views.ts'
import type { Opened } from './opening.ts'
import { composeRelatives } from './relatives.ts'

/** What was asked of other units, and whether more can be. */
async function findContributions(ctx: Context, { ticket }: Opened): Promise<TicketView['contributions']> {
  const requests = await listRequestsOf(ctx.tx, ticket.id)
  const offers = mayAsk(ctx, ticket)
  if (requests.length === 0 && !offers) return null
  return {
    mayAsk: offers,
    requests: requests.map((request) => ({ ...request, isLate: request.state === 'open' && request.dueAt <= ctx.now })),
  }
}

/** With whom of other bodies a part of it is shared. Those who only read it see what was, and are offered nothing. */
async function findShares(ctx: Context, { ticket }: Opened): Promise<TicketView['shares']> {
  const mayShare = mayIn(ctx.actor, 'ticket.handle', ticket.standing.officeId)
  const [links, refusal] = await Promise.all([listLinksOf(ctx, ticket.id), findTicketRefusal(ctx, ticket)])
  if (links.length === 0 && (!mayShare || refusal === 'state')) return null
  return { mayShare, refusal: mayShare ? refusal : null, links }
}

type Others = Pick<TicketView, 'contributions' | 'shares' | 'massEvent' | 'relatives' | 'identity'>

/** What goes on around a ticket: other units that are asked, other bodies that read a part, the event it is answered with, its parts. */
export async function composeOthers(ctx: Context, opened: Opened): Promise<Others> {
  const [contributions, shares, massEvent, relatives, identity] = await Promise.all([
    findContributions(ctx, opened),
    findShares(ctx, opened),
    loadBesideTicket(ctx, opened.ticket),
    composeRelatives(ctx, opened),
    findIdentityPart(ctx, opened.ticket),
  ])
  return { contributions, shares, massEvent, relatives, identity }
}
