import { type Called, calledEvent } from '../../complaint/mentions/index.ts'
import type { Context } from '../../platform/context.ts'
import type { DomainEvent, Listener } from '../../platform/events.ts'
import { callOfficers } from './to-officers.ts'

/** Tells colleagues that they were called to a note. */
async function tellCalled(ctx: Context, { objectId: ticketId, at, payload }: DomainEvent): Promise<void> {
  const { noteId, officerIds } = payload as unknown as Called
  await callOfficers(ctx, { officerIds, letter: 'mention', cause: `mention:${noteId}`, ticketId, path: '/petugas/sebutan', at })
}

export const tellOfMentions: Listener = {
  name: 'notification.tell_of_mention',
  on: [calledEvent],
  run: (work, event) => work.transaction((ctx) => tellCalled(ctx, event)),
}
