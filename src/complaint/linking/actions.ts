import type { Context } from '../../platform/context.ts'
import { err, ok, type Result } from '../../platform/result.ts'
import { noteNumberAttempt } from '../conduct/index.ts'
import { requireOfficer } from '../conversation/index.ts'
import { findByNumber, type LoadedTicket, loadById } from '../record/index.ts'
import { parseNumber } from '../record/rules.ts'
import { findLinkProblem, type LinkProblem, type Relation, toLink } from './rules.ts'
import { endLink, insertLink } from './store.ts'

export type Linking = { readonly number: string; readonly relation: Relation; readonly words: string }

async function findOther(ctx: Context, text: string): Promise<LoadedTicket | null> {
  const number = parseNumber(text)
  if (!number.ok) return null
  const found = await findByNumber(ctx.tx, number.value)
  if (found !== null) return loadById(ctx.tx, found.id)
  // Who tries the number of a ticket kept from them is put down for that, and answered as if there were none.
  await noteNumberAttempt(ctx, number.value)
  return null
}

function toFacts({ id, anonymous, unidentified }: LoadedTicket) {
  return { id, hidden: anonymous || unidentified }
}

/** Links a ticket with the one of this number, for the decision of a verb: it changes neither. */
export async function linkTicket(
  ctx: Context,
  here: LoadedTicket,
  { number, relation, words }: Linking,
): Promise<Result<readonly [], LinkProblem | 'linked_already'>> {
  const there = await findOther(ctx, number)
  const problem = findLinkProblem(toFacts(here), there && toFacts(there), relation)
  if (problem !== null || there === null) return err(problem ?? 'number_not_found')
  const { kind, side } = toLink(relation)
  const [ticketId, otherId] = side === 'ticket' ? [here.id, there.id] : [there.id, here.id]
  const added = await insertLink(ctx.tx, { id: ctx.newId(), ticketId, otherId, kind, words, at: ctx.now, officer: requireOfficer(ctx) })
  return added ? ok([]) : err('linked_already')
}

/** Takes a link of this ticket away again, for the decision of a verb. */
export async function unlinkTicket(ctx: Context, { id }: LoadedTicket, linkId: string): Promise<Result<readonly [], 'link_not_found'>> {
  const ended = await endLink(ctx.tx, linkId, id, { at: ctx.now, by: requireOfficer(ctx).id })
  return ended ? ok([]) : err('link_not_found')
}
