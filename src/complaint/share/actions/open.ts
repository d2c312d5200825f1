import type { Readable } from 'node:stream'
import { loadOffice } from '../../../access/accounts/index.ts'
import { asService, type Context } from '../../../platform/context.ts'
import { hashToken } from '../../../platform/crypto.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { openFile } from '../../conversation/index.ts'
import type { BodyName, SharePurpose } from '../../record/events.ts'
import { type FileFacts, loadById, loadFiles } from '../../record/index.ts'
import { nameFile } from '../rules.ts'
import { countOpening, loadByToken, type OpenLink } from '../store.ts'

/** Exactly what somebody of another body reads by a link. */
export type SharedPart = {
  readonly linkId: string
  readonly ticketId: string
  readonly number: string
  readonly officeName: string
  readonly timeZone: string
  readonly bodyName: BodyName
  readonly purpose: SharePurpose
  readonly purposeWords: string
  readonly body: string
  readonly answer: string
  readonly files: readonly Pick<FileFacts, 'id' | 'name' | 'type' | 'size'>[]
  readonly expiresAt: Date
}

/** The chosen files, in their order and under names that tell nothing. As the service. */
async function listShared(service: Context, { ticketId, fileIds }: OpenLink): Promise<SharedPart['files']> {
  const chosen = (await loadFiles(service.tx, ticketId)).filter(({ id }) => fileIds.includes(id))
  return chosen.map((file, place) => ({ id: file.id, type: file.type, size: file.size, name: nameFile(place, file) }))
}

/** What a link shows, and puts the opening down; null when it shows nothing (any more), whatever the reason. */
export async function openPart(ctx: Context, token: string): Promise<SharedPart | null> {
  const link = await loadByToken(ctx.tx, hashToken(token), ctx.now)
  if (link === null) return null
  return asService(ctx, 'share', async (service) => {
    const ticket = await loadById(service.tx, link.ticketId)
    if (ticket === null) return null
    const office = await loadOffice(service.tx, ticket.standing.officeId)
    await countOpening(service.tx, link.id, ctx.now)
    return {
      linkId: link.id,
      ticketId: link.ticketId,
      number: ticket.number,
      officeName: office?.name ?? '',
      timeZone: office?.timeZone ?? defaultTimeZone,
      bodyName: link.bodyName,
      purpose: link.purpose,
      purposeWords: link.purposeWords,
      body: link.body,
      answer: link.answer,
      files: await listShared(service, link),
      expiresAt: link.expiresAt,
    }
  })
}

export type SharedFile = SharedPart['files'][number] & {
  readonly linkId: string
  readonly ticketId: string
  readonly stream: Readable
}

/** One of the files that a link shows; null for every other file, and when the link shows nothing. */
export async function openSharedFile(ctx: Context, token: string, fileId: string): Promise<SharedFile | null> {
  const link = await loadByToken(ctx.tx, hashToken(token), ctx.now)
  if (link === null) return null
  return asService(ctx, 'share', async (service) => {
    const file = (await listShared(service, link)).find(({ id }) => id === fileId)
    const opened = file && (await openFile(service, link.ticketId, file.id))
    if (file === undefined || !opened?.ok) return null
    return { ...file, linkId: link.id, ticketId: link.ticketId, stream: opened.value.stream, size: opened.value.size }
  })
}
