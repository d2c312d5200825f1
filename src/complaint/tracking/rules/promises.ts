import { answerDue, type DeadlineUnit, findKeptAt, type PublicPromise, publicPromises } from '../../deadlines/rules.ts'
import type { TicketEventType } from '../../record/events.ts'

type RunningClock = {
  readonly ruleId: string
  readonly law: string
  readonly unit: DeadlineUnit
  readonly amount: number
  readonly startedAt: Date
  readonly dueAt: Date | null
  readonly stoppedAt: Date | null
}

type Happened = { readonly type: TicketEventType; readonly at: Date }

/** The answer that was given before the report was opened again, and whether it came by its date. */
export type FirstAnswer = { readonly answeredAt: Date; readonly dueAt: Date; readonly reopenedAt: Date; readonly wasInTime: boolean }

/** One promise with its law, and whether it was kept. `keptAt` is null while nothing was done about it yet. */
export type ShownPromise = {
  readonly kind: PublicPromise['kind']
  readonly law: string
  readonly unit: DeadlineUnit
  readonly amount: number
  readonly dueAt: Date
  readonly keptAt: Date | null
  readonly standing: 'open' | 'missed' | 'kept' | 'kept_late'
  /** For an answer that is owed again: what became of the one before. */
  readonly before: FirstAnswer | null
}

function judge(dueAt: Date, keptAt: Date | null, now: Date): ShownPromise['standing'] {
  if (keptAt !== null) return keptAt > dueAt ? 'kept_late' : 'kept'
  return now > dueAt ? 'missed' : 'open'
}

/** The clocks that the reopening stopped tell what had been promised; one that was opened again before clocks were dated anew has none. */
function findFirstAnswer(clocks: readonly RunningClock[], history: readonly Happened[]): FirstAnswer | null {
  const place = history.findLastIndex(({ type }) => type === 'ticket.reopened' || type === 'ticket.review_opened')
  const reopenedAt = history[place]?.at
  const answeredAt = history.slice(0, Math.max(0, place)).findLast(({ type }) => type === 'ticket.answered')?.at
  if (reopenedAt === undefined || answeredAt === undefined) return null
  const due = answerDue(clocks.filter(({ stoppedAt }) => stoppedAt?.getTime() === reopenedAt.getTime()))
  return due === null ? null : { answeredAt, dueAt: due.dueAt, reopenedAt, wasInTime: answeredAt <= due.dueAt }
}

/**
 * The promises of the clocks that count now, soonest first. Of a report that is over only the kept ones are left:
 * nobody is owed the others. `history` is in its order.
 */
export function showPromises(
  clocks: readonly RunningClock[],
  history: readonly Happened[],
  now: Date,
  isOver: boolean,
): readonly ShownPromise[] {
  const counting = clocks.filter(({ stoppedAt }) => stoppedAt === null)
  return publicPromises(counting.length > 0 ? counting : clocks)
    .map(({ kind, clock }) => {
      const keptAt = findKeptAt(kind, history)
      const { law, unit, amount, dueAt } = clock
      const before = kind === 'answer' && keptAt === null ? findFirstAnswer(clocks, history) : null
      return { kind, law, unit, amount, dueAt, keptAt, standing: judge(dueAt, keptAt, now), before }
    })
    .filter(({ keptAt }) => keptAt !== null || !isOver)
}
