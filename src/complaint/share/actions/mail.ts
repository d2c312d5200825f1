import { loadOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import type { BodyName } from '../../record/events.ts'
import { loadById } from '../../record/index.ts'
import { recipientPurpose } from '../read.ts'
import type { MailLanguage } from '../rules.ts'
import { loadToSend } from '../store.ts'

/** Run by whoever sends mail; its payload is `ShareMail`. */
export const shareMailJob = 'notification.share'
/** `sealedToken` is base64. */
export type ShareMail = { readonly linkId: string; readonly sealedToken: string }

const tokenPurpose = 'share-token'

export function sealToken(ctx: Pick<Context, 'keyring'>, token: string, linkId: string): string {
  return ctx.keyring.seal(tokenPurpose, token, linkId).toString('base64')
}

export type MailedLink = {
  readonly ticketId: string
  readonly email: string
  readonly language: MailLanguage
  readonly body: BodyName
  readonly officeName: string
  readonly timeZone: string
  readonly expiresAt: Date
  readonly token: string
}

/** What the mail with a link says, and to whom; null where the link is over. As the service. */
export async function openForMail(ctx: Context, { linkId, sealedToken }: ShareMail): Promise<MailedLink | null> {
  const link = await loadToSend(ctx.tx, linkId, ctx.now)
  const ticket = link && (await loadById(ctx.tx, link.ticketId))
  if (link === null || ticket === null) return null
  const office = await loadOffice(ctx.tx, ticket.standing.officeId)
  return {
    ticketId: link.ticketId,
    email: ctx.keyring.open(recipientPurpose, link.recipient, link.id).toString('utf8'),
    language: link.language,
    body: link.bodyName,
    officeName: office?.name ?? '',
    timeZone: office?.timeZone ?? defaultTimeZone,
    expiresAt: link.expiresAt,
    token: ctx.keyring.open(tokenPurpose, Buffer.from(sealedToken, 'base64'), link.id).toString('utf8'),
  }
}
