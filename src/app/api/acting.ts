import type { Static } from 'typebox'
import { loadOfficeByCode } from '../../access/accounts/index.ts'
import {
  answer,
  archiveTicket,
  ask,
  assignTicket,
  closeTicket,
  investigateTicket,
  note,
  releaseTicket,
  reopenTicket,
  sendOn,
  takeTicket,
  transferTicket,
  unarchiveTicket,
  write,
} from '../../complaint/casework/index.ts'
import { acknowledgeHop, cancelHop, listBodies, returnHop, sendHop } from '../../complaint/scope/index.ts'
import type { Context } from '../../platform/context.ts'
import { err, type Result } from '../../platform/result.ts'
import type { actForm } from './forms.ts'

type Act = Static<typeof actForm>
type Acted = Promise<Result<unknown, string>>
type Perform = (ctx: Context, ticketId: string, input: Act) => Acted

/** Never the version of anything: a verb that needs one and got none is refused as out of date. */
const noVersion = -1

async function transfer(ctx: Context, ticketId: string, input: Act): Acted {
  const office = input.office === undefined ? null : await loadOfficeByCode(ctx.tx, input.office)
  if (office === null) return err('office_unknown')
  return transferTicket(ctx, { ticketId, version: input.version ?? noVersion, officeId: office.id, words: input.words ?? '' })
}

async function propose(ctx: Context, ticketId: string, input: Act): Acted {
  const wanted = input.receivingBody ?? ''
  const body = (await listBodies(ctx)).find(({ id, code }) => id === wanted || code === wanted)
  if (body === undefined) return err('body_unknown')
  return sendOn(ctx, {
    ticketId,
    version: input.version ?? noVersion,
    bodyId: body.id,
    reason: input.sendOnReason ?? 'other',
    words: input.words ?? '',
    message: input.body ?? '',
    shares: input.shares ?? ['text'],
    asks: input.basis === undefined,
    basis: input.basis ?? null,
    basisWords: input.basisWords ?? '',
  })
}

async function acknowledge(ctx: Context, ticketId: string, { receiver = '', reference = '', on }: Act): Acted {
  return receiver === '' ? err('reason_missing') : acknowledgeHop(ctx, ticketId, { receiver, reference, on: on ?? null })
}

function archive(ctx: Context, ticketId: string, { archiveReason, version, words }: Act): Acted {
  if (archiveReason === undefined || words === undefined || words === '') return Promise.resolve(err('reason_missing'))
  return archiveTicket(ctx, { ticketId, version: version ?? noVersion, reason: archiveReason, words })
}

function assign(ctx: Context, ticketId: string, { officerId, version, words = '' }: Act): Acted {
  return officerId === undefined
    ? Promise.resolve(err('assignee_unavailable'))
    : assignTicket(ctx, { ticketId, officerId, version: version ?? null, words })
}

function release(ctx: Context, ticketId: string, { version = noVersion, words = '' }: Act): Acted {
  return words === '' ? Promise.resolve(err('reason_missing')) : releaseTicket(ctx, { ticketId, version, words })
}

/** What each verb of the API does: the same actions as the console's. */
export const acts: Readonly<Record<Act['verb'], Perform>> = {
  take: (ctx, ticketId) => takeTicket(ctx, ticketId),
  assign,
  release,
  investigate: (ctx, ticketId) => investigateTicket(ctx, ticketId),
  ask: (ctx, ticketId, { body }) => ask(ctx, { ticketId, body: body ?? '' }),
  write: (ctx, ticketId, { body }) => write(ctx, { ticketId, body: body ?? '' }),
  note: (ctx, ticketId, { body }) => note(ctx, { ticketId, body: body ?? '' }),
  answer: (ctx, ticketId, input) =>
    answer(ctx, {
      ticketId,
      version: input.version ?? noVersion,
      finding: input.finding ?? '',
      action: input.action ?? '',
      remedy: input.remedy ?? '',
      nextStep: input.nextStep ?? '',
      outcome: input.outcome ?? 'no_finding',
    }),
  close: (ctx, ticketId, { version, closeReason, words }) =>
    closeTicket(ctx, { ticketId, version: version ?? noVersion, reason: closeReason ?? 'officer', words: words ?? '' }),
  reopen: (ctx, ticketId) => reopenTicket(ctx, ticketId),
  archive,
  unarchive: (ctx, ticketId) => unarchiveTicket(ctx, ticketId),
  transfer,
  send_on: propose,
  hand_over: (ctx, ticketId, { reference = '' }) => sendHop(ctx, ticketId, reference),
  acknowledge,
  give_back: (ctx, ticketId, { words = '' }) => (words === '' ? Promise.resolve(err('reason_missing')) : returnHop(ctx, ticketId, words)),
  cancel_send_on: (ctx, ticketId) => cancelHop(ctx, ticketId),
}
