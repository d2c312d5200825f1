import { type DeadlineUnit, findKeptAt, type PublicPromise, publicPromises } from '../../deadlines/rules.ts'
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

/** One promise with its law, and whether it was kept. `keptAt` is null while nothing was done about it yet. */
export type ShownPromise = {
  readonly kind: PublicPromise['kind']
  readonly law: string
  readonly unit: DeadlineUnit
  readonly amount: number
  readonly dueAt: Date
  readonly keptAt: Date | null
  readonly standing: 'open' | 'missed' | 'kept' | 'kept_late'
}

function judge(dueAt: Date, keptAt: Date | null, now: Date): ShownPromise['standing'] {
  if (keptAt !== null) return keptAt > dueAt ? 'kept_late' : 'kept'
  return now > dueAt ? 'missed' : 'open'
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
      return { kind, law, unit, amount, dueAt, keptAt, standing: judge(dueAt, keptAt, now) }
    })
    .filter(({ keptAt }) => keptAt !== null || !isOver)
}
