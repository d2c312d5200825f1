import type { Static } from 'typebox'
import { loadColleagues, loadWorkers } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import type { Reply, Route } from '../../../platform/http/route.ts'
import { findKeptAmong } from '../../conduct/index.ts'
import { localDate } from '../../deadlines/rules.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { assignTicket, releaseTicket } from '../actions/assign.ts'
import { assignForm, releaseForm } from '../forms.ts'
import { AssignPage, ReleasePage } from '../pages/hand-on-pages.tsx'
import { defineDeed, leave } from './deed.ts'
import type { Opened } from './opening.ts'

function leaveHand(ctx: Context, ticket: LoadedTicket, notice: string): Promise<Reply> {
  return leave(ctx, ticket, { seen: notice, moved: notice, restricted: notice })
}

/** Who of the unit is away today, and until when (`YYYY-MM-DD`). */
async function findAway(ctx: Context, { office }: Opened): Promise<ReadonlyMap<string, string>> {
  const workers = await loadWorkers(ctx.tx, office.id, localDate(ctx.now, office.timeZone).toString())
  return new Map(workers.flatMap(({ id, awayUntil }) => (awayUntil === null ? [] : [[id, awayUntil] as const])))
}

async function listReceivers(ctx: Context, { words: { t, date } }: Frame, opened: Opened) {
  const { ticket } = opened
  const away = await findAway(ctx, opened)
  const label = (id: string, name: string): string => {
    const until = away.get(id)
    return until === undefined ? name : t('casework.assign.away', { name, until: date(new Date(`${until}T00:00:00Z`), 'UTC') })
  }
  const { assigneeId, officeId } = ticket.standing
  const people = await loadColleagues(ctx.tx, officeId, assigneeId === null ? [] : [assigneeId])
  const kept = await findKeptAmong(
    ctx.tx,
    ticket.id,
    people.map(({ id }) => id),
  )
  return {
    assignee: people.find(({ id }) => id === assigneeId)?.name ?? null,
    // Who wants it themselves takes it; that is a button of its own.
    colleagues: people
      .filter(({ id, available }) => available && id !== assigneeId && id !== ctx.actor.id && !kept.includes(id))
      .map(({ id, name }) => ({ value: id, label: label(id, name) })),
  }
}

/** A ticket goes from hand to hand: to a colleague, or back to the queue. */
export const handOnRoutes: readonly Route[] = [
  ...defineDeed<Static<typeof assignForm>>({
    verb: 'assign',
    event: 'ticket.assigned',
    form: assignForm,
    page: async (props, opened, ctx) => AssignPage({ ...props, ...(await listReceivers(ctx, props.frame, opened)) }),
    act: (ctx, ticketId, { officer, words = '', version = null }) => assignTicket(ctx, { ticketId, officerId: officer, version, words }),
    fields: { assignee_unavailable: 'officer', assignee_excluded: 'officer' },
    done: (ticket, ctx) => leaveHand(ctx, ticket, 'casework.done.assign'),
  }),
  ...defineDeed<Static<typeof releaseForm>>({
    verb: 'release',
    event: 'ticket.released',
    form: releaseForm,
    page: (props) => ReleasePage(props),
    act: (ctx, ticketId, { words, version }) => releaseTicket(ctx, { ticketId, version, words }),
    fields: {},
    done: (ticket, ctx) => leaveHand(ctx, ticket, 'casework.done.release'),
  }),
]
