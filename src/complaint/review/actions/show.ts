import { loadOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { loadRule } from '../../deadlines/index.ts'
import { reviewWindowRule } from '../../deadlines/rules.ts'
import { type HistoryLine, type LoadedTicket, loadHistory } from '../../record/index.ts'
import { findStanding, isFinal, lastDay, type ReviewRight, type ReviewStanding } from '../rules.ts'

type Known = { readonly history: readonly HistoryLine[]; readonly timeZone: string }

async function loadKnown(ctx: Context, ticket: LoadedTicket): Promise<Known> {
  const [history, office] = await Promise.all([loadHistory(ctx.tx, ticket.id), loadOffice(ctx.tx, ticket.standing.officeId)])
  return { history, timeZone: office?.timeZone ?? defaultTimeZone }
}

/** Where the right to a second look at a ticket stands. `known`: what the caller has loaded already. */
export async function loadStanding(ctx: Context, ticket: LoadedTicket, known?: Known): Promise<ReviewStanding> {
  const { history, timeZone } = known ?? (await loadKnown(ctx, ticket))
  const rule = await loadRule(ctx, reviewWindowRule, { submittedAt: ticket.submittedAt, timeZone })
  return findStanding({ state: ticket.standing.state, history, days: rule?.max ?? null, timeZone }, ctx.now)
}

/** An answer by its message; without one it is not sent yet, and is looked at as if it were sent now. */
export type Answered = { readonly at: Date; readonly messageId: string | null }

/** The right that goes with an answer; null where the rule is switched off. */
export async function loadRight(ctx: Context, ticket: LoadedTicket, answer: Answered, known?: Known): Promise<ReviewRight | null> {
  const { history, timeZone } = known ?? (await loadKnown(ctx, ticket))
  if (isFinal(history, answer.messageId)) return { kind: 'final' }
  const rule = await loadRule(ctx, reviewWindowRule, { submittedAt: ticket.submittedAt, timeZone })
  return rule && { kind: 'review', days: rule.max, until: lastDay(answer.at, rule.max, timeZone) }
}
