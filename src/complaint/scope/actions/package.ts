import { coverIdentity, type Identity, readIdentityAsService } from '../../../access/confidentiality/index.ts'
import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { loadById, loadFiles, loadText } from '../../record/index.ts'
import { findShared, type Share } from '../rules.ts'
import { type ShownHop, showHops } from './show.ts'

/** Exactly what a body is given of a report, and nothing else that is known of it. */
export type Package = {
  readonly hop: ShownHop
  readonly number: string
  readonly submittedAt: Date
  readonly shared: readonly Share[]
  readonly body: string
  readonly wish: string
  readonly happenedOn: string | null
  readonly happenedAt: string
  readonly contact: Identity | null
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[]
}

/**
 * What is handed over of a report by its last hand-over: what was proposed, as far as its complainant agreed or the law allows. Where the contact
 * does not go along, it is covered in the text too.
 */
export async function composePackage(ctx: Context, ticketId: string): Promise<Result<Package, 'ticket_not_found' | 'conflict'>> {
  const [ticket, text, hops, files] = await Promise.all([
    loadById(ctx.tx, ticketId),
    loadText(ctx.tx, ticketId),
    showHops(ctx, ticketId),
    loadFiles(ctx.tx, ticketId),
  ])
  if (ticket === null || text === null) return err('ticket_not_found')
  const hop = hops[0]
  if (hop === undefined || !['agreed', 'sent', 'acknowledged'].includes(hop.state)) return err('conflict')
  const shared = findShared(hop.shares, hop.verdict, hop.basis !== null)
  const known = await readIdentityAsService(ctx, ticketId)
  const gives = shared.includes('contact') && !ticket.anonymous && !ticket.unidentified
  const cover = (words: string): string => (gives ? words : coverIdentity(known, words))
  const given = shared.includes('text')
  return ok({
    hop,
    number: ticket.number,
    submittedAt: ticket.submittedAt,
    shared,
    body: given ? cover(text.body) : '',
    wish: given ? cover(text.wish) : '',
    happenedOn: given ? text.happenedOn : null,
    happenedAt: given ? cover(text.happenedAt) : '',
    contact: gives ? known : null,
    // Those that came with the report; what was said and sent afterwards is between the complainant and this service.
    files: shared.includes('files') ? files.filter(({ messageId }) => messageId === null) : [],
  })
}
