import type { Context } from '../../../platform/context.ts'
import { endOfDay, localDate } from '../../deadlines/rules.ts'
import { countOffice, type ListFilter, type ListOrder, type OfficeCounts } from '../../record/index.ts'
import { findDueWindow, type InboxFilter, statesOf } from '../rules.ts'
import type { Place } from './composing.ts'

/** Nothing but a unit. */
export function filterOffice(officeId: string): ListFilter {
  return {
    officeId,
    owed: null,
    states: null,
    categories: null,
    class: null,
    kind: null,
    channel: null,
    assignee: null,
    dueAfter: null,
    dueUntil: null,
    part: null,
  }
}

function toAssignee(wanted: string | null, officerId: string | null): ListFilter['assignee'] {
  if (wanted === null) return null
  if (wanted === 'nobody' || wanted === 'somebody') return { is: wanted }
  const id = wanted === 'me' ? officerId : wanted
  return id === null ? null : { is: 'officer', id }
}

/** The asked team, or all to which the officer belongs; a team of another unit holds nothing here. */
function pickQueues(queues: Place['queues'], wanted: string, officerId: string | null): readonly string[] {
  return queues.filter(({ id, memberIds }) => (wanted === 'mine' ? memberIds.includes(officerId ?? '') : id === wanted)).map(({ id }) => id)
}

/** What the officer asked for, in the terms of the record. */
export function toListFilter(ctx: Context, place: Place, filter: InboxFilter): ListFilter {
  const { office, calendar, categories, queues } = place
  const window = filter.due === null ? { after: null, until: null } : findDueWindow(filter.due, ctx.now, calendar)
  const owed = filter.tab === 'owed'
  return {
    ...filterOffice(office.id),
    owed,
    states: filter.state !== null ? [filter.state] : owed ? null : statesOf(filter.tab),
    categories:
      filter.category === null
        ? null
        : categories.filter(({ code, parent }) => code === filter.category || parent === filter.category).map(({ code }) => code),
    class: filter.class,
    kind: filter.kind,
    channel: filter.channel,
    assignee: toAssignee(filter.assignee, ctx.actor.id),
    dueAfter: window.after,
    dueUntil: window.until,
    ...(filter.queue === null ? {} : { queues: pickQueues(queues, filter.queue, ctx.actor.id) }),
  }
}

export function toOrder(filter: InboxFilter): ListOrder {
  return filter.sort
}

/** How much lies in the unit, as far as the officer may see it (acceptance A2). */
export function loadCounts(ctx: Context, { office, calendar }: Place): Promise<OfficeCounts> {
  const soon = findDueWindow('soon', ctx.now, calendar)
  const endOfToday = endOfDay(localDate(ctx.now, calendar.timeZone), calendar.timeZone)
  return countOffice(ctx.tx, office.id, { now: ctx.now, endOfToday, soonUntil: soon.until ?? endOfToday, officerId: ctx.actor.id })
}
