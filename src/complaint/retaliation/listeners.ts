import type { Listener } from '../../platform/events.ts'
import { planChecks } from './actions/ask.ts'

/** A report about staff that is over is watched from then on. */
export const planAfterEnd: Listener = {
  name: 'retaliation.plan',
  on: ['ticket.closed', 'ticket.withdrawn', 'ticket.archived'],
  run: ({ transaction }, { objectId }) => transaction((ctx) => planChecks(ctx, objectId)),
}
