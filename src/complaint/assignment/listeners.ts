import { officerLeft } from '../../access/accounts/events.ts'
import type { Context } from '../../platform/context.ts'
import type { Listener } from '../../platform/events.ts'
import type { Job } from '../../platform/jobs.ts'
import { findForsaken, handOverAll, recoverTicket } from './actions/hand-over.ts'
import { placeTicket } from './actions/place.ts'

/** What comes into a unit, new or from another one, finds its officer or its team. */
export const placeNew: Listener = {
  name: 'assignment.place',
  on: ['ticket.submitted', 'ticket.office_changed'],
  run: ({ transaction }, { objectId }) => transaction((ctx) => placeTicket(ctx, objectId)),
}

function sayLeft(ctx: Context): string {
  // Nobody reads with these words: they stand in the record, in the language of the house.
  return ctx.words('id').t('assignment.left')
}

/** Nothing stays in the hand of who is not there any more, or handles nothing in that unit any more. */
export const takeFromLeaving: Listener = {
  name: 'assignment.take_from_leaving',
  on: [officerLeft],
  run: ({ transaction }, { objectId }) =>
    transaction(async (ctx) => {
      const offices = await findForsaken(ctx, objectId)
      if (offices.length > 0) await handOverAll(ctx, { fromId: objectId, toId: null, words: sayLeft(ctx) }, offices)
    }),
}

/** What was answered or merged while they left comes back to somebody who is there. */
export const recoverReturned: Listener = {
  name: 'assignment.recover',
  on: ['ticket.reopened', 'ticket.unmerged'],
  run: ({ transaction }, { objectId }) => transaction((ctx) => recoverTicket(ctx, objectId, sayLeft(ctx))),
}

export const handOverJob = 'assignment.hand_over'

/** An administrator hands over without seeing what: the service does it. */
export const handOverForAdministrator: Job = {
  name: handOverJob,
  run: async ({ transaction }, payload) => {
    const { fromId, toId } = payload as { readonly fromId: string; readonly toId: string | null }
    await transaction((ctx) => handOverAll(ctx, { fromId, toId, words: sayLeft(ctx) }, null))
  },
}
