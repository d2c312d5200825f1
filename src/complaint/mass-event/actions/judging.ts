import type { Context } from '../../../platform/context.ts'
import { findShielded, noteNumberAttempt } from '../../conduct/index.ts'
import { type LoadedTicket, loadById } from '../../record/index.ts'
import { parseNumber } from '../../record/rules.ts'
import { type Found, findNumbers } from '../read.ts'
import { type AttachProblem, findAttachProblem, readNumbers, type TicketFacts } from '../rules.ts'

/** One number as it was given, with what it leads to. */
export type Judged = { readonly given: string; readonly ticket: Found | null; readonly problem: AttachProblem | null }

/** What decides whether a ticket is answered together with others. */
export function toFacts({ kind, secret, standing }: LoadedTicket, shielded: boolean): TicketFacts {
  return { kind, secret, standing, shielded }
}

type Parsed = { readonly part: string; readonly number: string | null }

/** The numbers of a list as they were written, and in their one form; null for what is none. */
function parseNumbers(text: string): readonly Parsed[] {
  return readNumbers(text).map((part) => {
    const number = parseNumber(part)
    return { part, number: number.ok ? number.value : null }
  })
}

/** The tickets of these numbers that the actor sees. */
export function findGiven(ctx: Context, text: string): Promise<readonly Found[]> {
  return findNumbers(
    ctx.tx,
    parseNumbers(text).flatMap(({ number }) => number ?? []),
  )
}

/** Which of these numbers can be attached to this event, and why others cannot. */
export async function judgeNumbers(
  ctx: Context,
  event: { readonly id: string; readonly officeId: string },
  text: string,
): Promise<readonly Judged[]> {
  const found = await findGiven(ctx, text)
  const ids = found.map(({ id }) => id)
  const shielded = await findShielded(ctx, ids)
  const loaded = new Map(
    (await Promise.all(ids.map((id) => loadById(ctx.tx, id)))).flatMap((ticket) => (ticket ? [[ticket.id, ticket]] : [])),
  )
  const byNumber = new Map(found.map((ticket) => [ticket.number, ticket]))
  return parseNumbers(text).map(({ part, number }) => {
    const known = byNumber.get(number ?? '')
    const ticket = known && loaded.get(known.id)
    const facts = known && ticket ? { ...toFacts(ticket, shielded.has(ticket.id)), waitsIn: known.waitsIn } : null
    return { given: part, ticket: known ?? null, problem: findAttachProblem(facts, event) }
  })
}

/** Who tries the numbers of tickets kept from them is put down for that, and answered as if there were none. */
export async function noteNotFound(ctx: Context, judged: readonly Judged[]): Promise<void> {
  for (const { given, ticket } of judged) {
    const number = parseNumber(given)
    if (ticket === null && number.ok) await noteNumberAttempt(ctx, number.value)
  }
}
