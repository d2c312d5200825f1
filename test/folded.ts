import { expect } from 'vitest'
import type { TicketEvent } from '../src/complaint/record/events.ts'
import { loadById } from '../src/complaint/record/index.ts'
import { fold } from '../src/complaint/record/rules.ts'
import type { TestService } from './service.ts'

/** The stored row must be the sum of the stored events, whoever changed it and whatever was done. */
export async function expectFolded(service: TestService, ticketId: string): Promise<void> {
  const { rows } = await service.owner.query<{ type: string; payload: unknown; at: Date }>(
    'select type, payload, at from record_event where ticket_id = $1 order by version',
    [ticketId],
  )
  const folded = fold(rows.map(({ type, payload, at }) => ({ event: { type, payload } as TicketEvent, at })))
  expect((await service.as(null, (ctx) => loadById(ctx.tx, ticketId)))?.standing).toEqual(folded)
}
