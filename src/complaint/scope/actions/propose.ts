import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { askComplainant, type OfficerProblem, requireOfficer, writeToComplainant } from '../../conversation/index.ts'
import type { BodyName, TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import {
  type Confidence,
  findProposalProblem,
  type HopReason,
  isUnderWay,
  type LegalBasis,
  type ProposalProblem,
  type Share,
} from '../rules.ts'
import { type Body, insertHop, loadBodies, loadHops, type NewHop } from '../store.ts'

export type ProposalInput = {
  readonly bodyId: string
  readonly reason: HopReason
  /** For the body. */
  readonly words: string
  /** For the complainant. */
  readonly message: string
  readonly shares: readonly Share[]
  /** In place of consent; null: the complainant is asked. */
  readonly basis: LegalBasis | null
  readonly basisWords: string
  readonly asks: boolean
}

export type PlanProblem = ProposalProblem | 'body_unknown' | 'hop_under_way' | 'words_missing' | 'message_missing'

export function nameOf({ nameId, nameEn }: Pick<Body, 'nameId' | 'nameEn'>): BodyName {
  return { id: nameId, en: nameEn }
}

export function confidenceOf({ anonymous, unidentified, secret, standing }: LoadedTicket): Confidence {
  return { anonymous, unidentified, secret, restricted: standing.restricted }
}

/** A hand-over that can be proposed, and its event; for the decision behind the ticket's lock. */
export type Planned = { readonly hop: NewHop; readonly event: TicketEvent }

/** Whether a report can be proposed to a body, and as what. Nothing is stored yet. */
export async function planHop(ctx: Context, ticket: LoadedTicket, input: ProposalInput): Promise<Result<Planned, PlanProblem>> {
  const [bodies, hops] = await Promise.all([loadBodies(ctx.tx), loadHops(ctx.tx, ticket.id)])
  const body = bodies.find(({ id, active }) => active && id === input.bodyId)
  if (body === undefined) return err('body_unknown')
  if (hops.some(({ state }) => isUnderWay(state))) return err('hop_under_way')
  if (input.words.trim() === '') return err('words_missing')
  if (input.message.trim() === '') return err('message_missing')
  const problem = findProposalProblem(input, confidenceOf(ticket))
  if (problem !== null) return err(problem)
  const officer = requireOfficer(ctx)
  const { asks, reason, words, message, shares, basis, basisWords } = input
  const hop: NewHop = {
    id: ctx.newId(),
    ticketId: ticket.id,
    bodyId: body.id,
    state: asks ? 'asked' : 'agreed',
    reason,
    words: words.trim(),
    message: message.trim(),
    shares,
    basis: asks ? null : basis,
    basisWords: asks ? null : basisWords.trim(),
    proposedBy: officer.id,
    proposedName: officer.name,
  }
  return ok({ hop, event: { type: 'ticket.transfer_proposed', payload: { hopId: hop.id, body: nameOf(body), asked: asks } } })
}

/**
 * Puts a planned hand-over to the complainant: as a question, while which the clock stands still as in every question, or, where the law
 * takes the place of consent, as word of it.
 */
export async function openHop(ctx: Context, hop: NewHop): Promise<Result<unknown, OfficerProblem>> {
  await insertHop(ctx.tx, hop, ctx.now)
  return hop.state === 'asked'
    ? askComplainant(ctx, hop.ticketId, { body: hop.message })
    : writeToComplainant(ctx, hop.ticketId, { body: hop.message })
}
