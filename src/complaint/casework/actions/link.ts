import type { Context } from '../../../platform/context.ts'
import { type Linking, linkTicket, unlinkTicket } from '../../linking/index.ts'
import { performVerb } from './perform.ts'

/** Says that this ticket has to do with the one of a number. No version: it overlooks nothing and changes neither. */
export function link(ctx: Context, ticketId: string, linking: Linking) {
  return performVerb(ctx, { ticketId, verb: 'link', version: null }, (ticket) => linkTicket(ctx, ticket, linking))
}

/** Takes a link of this ticket away again. */
export function unlink(ctx: Context, ticketId: string, linkId: string) {
  return performVerb(ctx, { ticketId, verb: 'link', version: null }, (ticket) => unlinkTicket(ctx, ticket, linkId))
}
