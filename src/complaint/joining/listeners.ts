import type { Context } from '../../platform/context.ts'
import type { Listener } from '../../platform/events.ts'
import type { Work } from '../../platform/jobs.ts'
import { type Answered, answerPage } from './actions/answer.ts'
import { bindDue } from './actions/binding.ts'
import { partPage } from './actions/part.ts'
import { loadEarliestDue } from './store.ts'

/** How many tickets one transaction changes; the job goes on with the next until none is left: there is no limit. */
const pageSize = 20

async function finish({ transaction }: Work, page: (ctx: Context) => Promise<number>): Promise<void> {
  while ((await transaction(page)) > 0);
}

/** The answer to one is the answer to all who are merged into it. */
export const passAnswerOn: Listener = {
  name: 'joining.pass-answer-on',
  on: ['ticket.answered'],
  run: (work, { objectId, payload, at }) => finish(work, (ctx) => answerPage(ctx, objectId, payload as Answered, at, pageSize)),
}

/** Nobody waits for a ticket that is withdrawn, put away, sent on or moved to another unit. */
export const partFromLeaving: Listener = {
  name: 'joining.part',
  on: ['ticket.withdrawn', 'ticket.archived', 'ticket.transferred', 'ticket.office_changed'],
  run: (work, { objectId, at }) => finish(work, (ctx) => partPage(ctx, objectId, at, pageSize)),
}

/** A change of a ticket's own clocks says its own date; whoever waits with it for the answer may be owed it earlier. */
export const bindAnew: Listener = {
  name: 'joining.bind',
  on: ['ticket.clock_paused', 'ticket.clock_resumed', 'ticket.deadline_extended', 'ticket.reclassified', 'ticket.due_recounted'],
  run: ({ transaction }, { objectId }) =>
    transaction(async (ctx) => {
      if ((await loadEarliestDue(ctx.tx, objectId)) !== null) await bindDue(ctx, objectId)
    }),
}
