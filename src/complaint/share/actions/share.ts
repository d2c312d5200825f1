import { requireOffice } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import { coverIdentity, readIdentityAsService } from '../../../access/confidentiality/index.ts'
import type { Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { requireOfficer } from '../../conversation/index.ts'
import { changeInTime } from '../../deadlines/index.ts'
import type { BodyName, SharePurpose, TicketEvent } from '../../record/events.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { listBodies } from '../../scope/index.ts'
import { listLinksOf, recipientPurpose } from '../read.ts'
import { findShareProblem, type MailLanguage, mostOpen, planExpiry, type ShareProblem, type Sharing } from '../rules.ts'
import { insertLink, type NewLink } from '../store.ts'
import { findTicketRefusal, listOffered } from './copy.ts'
import { type ShareMail, sealToken, shareMailJob } from './mail.ts'

export type ShareInput = Sharing & {
  readonly email: string
  readonly language: MailLanguage
  readonly purpose: SharePurpose
  readonly basisWords: string
  readonly days: number
}

export type SharedProblem =
  | ShareProblem
  | { readonly field: 'body'; readonly code: 'body_unknown' | 'too_many_open' }
  | { readonly field: null; readonly code: 'ticket_not_found' | 'permission' | 'refused' }

const refused = (code: 'ticket_not_found' | 'permission' | 'refused'): SharedProblem => ({ field: null, code })

async function findBody(ctx: Context, { bodyId, bodyWords }: Sharing): Promise<BodyName | null> {
  if (bodyId === null) return { id: bodyWords, en: bodyWords }
  const body = (await listBodies(ctx)).find(({ id }) => id === bodyId)
  return body === undefined ? null : { id: body.nameId, en: body.nameEn }
}

/** What is kept of a link; who brought the report is covered once more, whatever the officer's browser sent. */
async function composeLink(
  ctx: Context,
  ticket: LoadedTicket,
  input: ShareInput,
  { bodyName, token }: { bodyName: BodyName; token: string },
) {
  const [who, office] = [await readIdentityAsService(ctx, ticket.id), await requireOffice(ctx.tx, ticket.standing.officeId)]
  const officer = requireOfficer(ctx)
  const id = ctx.newId()
  const { bodyId, language, purpose, basis, basisWords, fileIds } = input
  const cover = (words: string): string => coverIdentity(who, words)
  const link: NewLink = {
    id,
    ticketId: ticket.id,
    tokenHash: hashToken(token),
    bodyId,
    bodyName: { id: cover(bodyName.id), en: cover(bodyName.en) },
    recipient: ctx.keyring.seal(recipientPurpose, input.email, id),
    language,
    purpose,
    purposeWords: cover(input.purposeWords),
    basis,
    basisWords: cover(basisWords),
    body: cover(input.body),
    answer: cover(input.answer),
    fileIds,
    createdAt: ctx.now,
    createdBy: officer.id,
    createdByName: officer.name,
    expiresAt: planExpiry(input.days, ctx.now, office.timeZone),
  }
  return link
}

async function plan(ctx: Context, ticket: LoadedTicket, input: ShareInput): Promise<Result<BodyName, SharedProblem>> {
  if (!mayIn(ctx.actor, 'ticket.handle', ticket.standing.officeId)) return err(refused('permission'))
  if ((await findTicketRefusal(ctx, ticket)) !== null) return err(refused('refused'))
  const offered = (await listOffered(ctx, ticket)).map(({ id }) => id)
  const problem = findShareProblem(input, { hidden: ticket, offered })
  if (problem !== null) return err(problem)
  const bodyName = await findBody(ctx, input)
  if (bodyName === null) return err({ field: 'body', code: 'body_unknown' })
  const open = (await listLinksOf(ctx, ticket.id)).filter(({ state }) => state === 'open').length
  return open < mostOpen ? ok(bodyName) : err({ field: 'body', code: 'too_many_open' })
}

/** Makes a link for one person of one body, says so in the history and sends it. The secret is in the mail and nowhere else. */
export async function shareTicket(
  ctx: Context,
  ticketId: string,
  input: ShareInput,
): Promise<Result<{ readonly linkId: string }, SharedProblem>> {
  const token = ctx.random(32).toString('base64url')
  let made: NewLink | null = null
  let problem = refused('refused')
  const changed = await changeInTime<'refused' | 'move_not_allowed'>(ctx, ticketId, async (ticket) => {
    const planned = await plan(ctx, ticket, input)
    if (!planned.ok) {
      problem = planned.error
      return err('refused')
    }
    made = await composeLink(ctx, ticket, input, { bodyName: planned.value, token })
    await insertLink(ctx.tx, made)
    const { id, bodyName, purpose, expiresAt } = made
    const shared: TicketEvent = {
      type: 'ticket.shared',
      payload: { linkId: id, body: bodyName, purpose, until: expiresAt.toISOString() },
    }
    return ok([shared])
  })
  if (!changed.ok) return err(changed.error === 'ticket_not_found' ? refused('ticket_not_found') : problem)
  const { id } = made as unknown as NewLink
  await enqueue(ctx, shareMailJob, { linkId: id, sealedToken: sealToken(ctx, token, id) } satisfies ShareMail)
  return ok({ linkId: id })
}
