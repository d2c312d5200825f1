import type { Static } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { type Reply, type Route, redirect } from '../../../platform/http/route.ts'
import { loadById } from '../../record/index.ts'
import { assignTicket, releaseTicket } from '../actions/assign.ts'
import { assignForm, releaseForm } from '../forms.ts'
import { AssignPage, ReleasePage } from '../pages/hand-on-pages.tsx'
import { inboxHref, ticketHref } from '../urls.ts'
import { defineDeed } from './deed.ts'
import { composePeople, type Opened } from './view-ticket.ts'

/** A restricted ticket is out of sight with the hand it left, so its own page would be none. */
async function leave(ctx: Context, id: string, notice: string): Promise<Reply> {
  const visible = (await loadById(ctx.tx, id)) !== null
  return redirect(visible ? ticketHref(id) : inboxHref(), { notice })
}

async function listReceivers(ctx: Context, opened: Opened) {
  const { assignee, colleagues } = await composePeople(ctx, opened)
  return {
    assignee: assignee === null ? null : assignee.label,
    // Who wants it themselves takes it; that is a button of its own.
    colleagues: colleagues.filter(({ value }) => value !== assignee?.value && value !== ctx.actor.id),
  }
}

/** A ticket goes from hand to hand: to a colleague, or back to the queue. */
export const handOnRoutes: readonly Route[] = [
  ...defineDeed<Static<typeof assignForm>>({
    verb: 'assign',
    event: 'ticket.assigned',
    form: assignForm,
    page: async (props, opened, ctx) => AssignPage({ ...props, ...(await listReceivers(ctx, opened)) }),
    act: (ctx, ticketId, { officer, words = '', version = null }) => assignTicket(ctx, { ticketId, officerId: officer, version, words }),
    fields: { assignee_unavailable: 'officer' },
    done: (id, ctx) => leave(ctx, id, 'casework.done.assign'),
  }),
  ...defineDeed<Static<typeof releaseForm>>({
    verb: 'release',
    event: 'ticket.released',
    form: releaseForm,
    page: (props) => ReleasePage(props),
    act: (ctx, ticketId, { words, version }) => releaseTicket(ctx, { ticketId, version, words }),
    fields: {},
    done: (id, ctx) => leave(ctx, id, 'casework.done.release'),
  }),
]
