import { Temporal } from '../../../platform/time.ts'
import type { TicketClass } from '../../record/events.ts'
import { answerDue, type DatedClock, type DeadlineRule, type OfficeCalendar, startClocksOnReceipt } from './clocks.ts'
import { rulesInForce } from './in-force.ts'

type Version = DeadlineRule & { readonly validFrom: string }

/** Something an administrator should know of the rules of time before it shows on somebody's receipt (acceptance T4). */
export type RuleFinding =
  /** Reports of this class cannot be received: nothing says how long their answer may take. */
  | { readonly kind: 'class_missing'; readonly serviceClass: TicketClass }
  /** Whatever the day, another rule ends before this one; it stands on the screen and decides nothing. */
  | { readonly kind: 'never_binds'; readonly ruleId: string; readonly by: string }
  /** Two versions are valid from one day; the higher one counts. */
  | { readonly kind: 'same_day'; readonly ruleId: string; readonly day: string }
  /** From memory: nobody has read the text of the law. */
  | { readonly kind: 'unverified'; readonly ruleId: string }
  /** Reports received from this day on have no date by working days, because the calendar ends. */
  | { readonly kind: 'undated_from'; readonly serviceClass: TicketClass; readonly day: string }

/** What binds the answer to a report of a class that is received on a day, and what runs beside it. */
export type Binding = { readonly serviceClass: TicketClass; readonly binding: DatedClock; readonly others: readonly DatedClock[] }

const classes: readonly TicketClass[] = ['INFO', 'NON', 'OVR']
const monthsAhead = 12
/** Warned of in time to decree the next year: the longest rule, and a month. */
const daysAhead = 120

type Started = { readonly undated: boolean; readonly binding: DatedClock | null; readonly others: readonly DatedClock[] }

function start(versions: readonly Version[], calendar: OfficeCalendar, serviceClass: TicketClass, day: Temporal.PlainDate): Started | null {
  const receivedAt = new Date(day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: '09:00' }).epochMilliseconds)
  const clocks = startClocksOnReceipt({ ...calendar, serviceClass, receivedAt, rules: rulesInForce(versions, day.toString()) })
  if (!clocks.ok) return null
  const dated = clocks.value.filter((clock): clock is DatedClock => clock.dueAt !== null)
  const binding = answerDue(dated)
  const answering = dated.filter((clock) => clock !== binding && answerDue([clock]) !== null)
  return { undated: dated.length < clocks.value.length, binding, others: answering }
}

/** What binds on a day, class by class: the winner of rules that overlap is always the one that ends first. */
export function listBindings(versions: readonly Version[], calendar: OfficeCalendar, today: string): readonly Binding[] {
  return classes.flatMap((serviceClass) => {
    const started = start(versions, calendar, serviceClass, Temporal.PlainDate.from(today))
    return started === null || started.binding === null ? [] : [{ serviceClass, binding: started.binding, others: started.others }]
  })
}

function findNeverBinding(versions: readonly Version[], calendar: OfficeCalendar, today: Temporal.PlainDate): readonly RuleFinding[] {
  const binding = new Set<string>()
  const beatenBy = new Map<string, string>()
  for (const serviceClass of classes)
    for (let month = 0; month < monthsAhead; month += 1) {
      const started = start(versions, calendar, serviceClass, today.add({ months: month }))
      // Where one of them has no date, nobody can say which ends first.
      if (started === null || started.undated || started.binding === null) continue
      binding.add(started.binding.ruleId)
      for (const { ruleId } of started.others) beatenBy.set(ruleId, started.binding.ruleId)
    }
  return [...beatenBy].flatMap(([ruleId, by]) => (binding.has(ruleId) ? [] : [{ kind: 'never_binds', ruleId, by }]))
}

function findUndated(versions: readonly Version[], calendar: OfficeCalendar, today: Temporal.PlainDate): readonly RuleFinding[] {
  return classes.flatMap((serviceClass): readonly RuleFinding[] => {
    for (let ahead = 0; ahead < daysAhead; ahead += 1) {
      const day = today.add({ days: ahead })
      if (start(versions, calendar, serviceClass, day)?.undated === true)
        return [{ kind: 'undated_from', serviceClass, day: day.toString() }]
    }
    return []
  })
}

function findSameDay(versions: readonly Version[]): readonly RuleFinding[] {
  const days = Map.groupBy(versions, ({ id, validFrom }) => `${id} ${validFrom}`)
  return [...days.values()].flatMap(([first, ...more]) =>
    first === undefined || more.length === 0 ? [] : [{ kind: 'same_day', ruleId: first.id, day: first.validFrom }],
  )
}

/** Looks the rules of time over, as they stand and as they are to come, in one calendar. Gravest first. */
export function reviewRules(versions: readonly Version[], calendar: OfficeCalendar, today: string): readonly RuleFinding[] {
  const day = Temporal.PlainDate.from(today)
  const now = rulesInForce(versions, today)
  return [
    ...classes.flatMap((serviceClass): readonly RuleFinding[] =>
      start(versions, calendar, serviceClass, day) === null ? [{ kind: 'class_missing', serviceClass }] : [],
    ),
    ...findUndated(versions, calendar, day),
    ...findNeverBinding(versions, calendar, day),
    ...findSameDay(versions),
    ...now.flatMap(({ id, evidence }): readonly RuleFinding[] => (evidence === 'R' ? [{ kind: 'unverified', ruleId: id }] : [])),
  ]
}
