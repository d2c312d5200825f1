import type { Listener } from '../../platform/events.ts'
import { rejoinedReason } from '../record/events.ts'
import { planChecks } from './actions/ask.ts'

/** A report about staff that is over is watched from then on. A part that is handled with its whole again is not over. */
export const planAfterEnd: Listener = {
  name: 'retaliation.plan',
  on: ['ticket.closed', 'ticket.withdrawn', 'ticket.archived'],
  run: async ({ transaction }, { objectId, payload }) => {
    const { reason } = payload as { readonly reason?: unknown }
    if (reason !== rejoinedReason) await transaction((ctx) => planChecks(ctx, objectId))
  },
}
