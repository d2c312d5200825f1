import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { listForTicket } from '../read.ts'
import { findApart } from '../rules.ts'
import { toFacts } from './judging.ts'

type Choice = { readonly value: string; readonly label: string }

/** What an officer sees of it beside a ticket. */
export type BesideTicket = {
  /** The event in which it waits for the common answer, or by which it was answered. */
  readonly current: { readonly id: string; readonly title: string; readonly standing: 'waiting' | 'answered' } | null
  /** Events of the unit to which it can be attached. */
  readonly choices: readonly Choice[]
  readonly mayRecord: boolean
}

/** Null where it belongs to none and can be attached to none. Whether it is kept from somebody is asked when it is attached. */
export async function loadBesideTicket(ctx: Context, ticket: LoadedTicket): Promise<BesideTicket | null> {
  const events = await listForTicket(ctx.tx, ticket.id)
  const mayRecord = mayIn(ctx.actor, 'mass_event.record', ticket.standing.officeId)
  const belongs = events.find(({ standing }) => standing === 'waiting') ?? events.find(({ standing }) => standing !== null)
  const current = belongs?.standing ? { id: belongs.id, title: belongs.title, standing: belongs.standing } : null
  const fits = mayRecord && current?.standing !== 'waiting' && findApart(toFacts(ticket, false), ticket.standing.officeId) === null
  const choices = fits ? events.filter(({ state }) => state !== 'closed').map(({ id, title }) => ({ value: id, label: title })) : []
  return current === null && choices.length === 0 ? null : { current, choices, mayRecord }
}
