import { findKeptAmong } from '../../complaint/conduct/index.ts'
import { type Told, toldEvent } from '../../complaint/contribution/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DomainEvent, Listener } from '../../platform/events.ts'
import { callOfficers } from './to-officers.ts'

/** Tells of a request between units, and nobody from whom the ticket is kept by now. */
async function tellNews(ctx: Context, { objectId: ticketId, at, payload }: DomainEvent): Promise<void> {
  const { requestId, news, officerIds: meant } = payload as unknown as Told
  const kept = await findKeptAmong(ctx.tx, ticketId, meant)
  const officerIds = meant.filter((id) => !kept.includes(id))
  const cause = `contribution:${news}:${requestId}`
  await callOfficers(ctx, { officerIds, letter: 'contribution', cause, ticketId, path: '/petugas/permintaan', at })
}

export const tellOfContributions: Listener = {
  name: 'notification.tell_of_contribution',
  on: [toldEvent],
  run: (work, event) => work.transaction((ctx) => tellNews(ctx, event)),
}
