import { Readable } from 'node:stream'
import { loadOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { composePdf, writeZip } from '../../../platform/files/index.ts'
import { renderDocument } from '../../../platform/html.ts'
import { defineRoute, type Reply, type Route, type RouteRequest, refuse } from '../../../platform/http/route.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { isDrawable } from '../../casework/rules.ts'
import { collectFiles } from '../../conversation/index.ts'
import { loadById } from '../../record/index.ts'
import { composePackage, type Package } from '../actions/package.ts'
import { ticketParams } from '../forms.ts'
import { PackageFile } from '../pages/package-file.tsx'
import { paths } from '../urls.ts'

type TicketRequest = RouteRequest<{ readonly id: string }>

async function open(request: TicketRequest, ctx: Context): Promise<Package | Reply> {
  request.audit({ objectType: 'ticket', objectId: request.params.id })
  const made = await composePackage(ctx, request.params.id)
  if (!made.ok) return made.error === 'conflict' ? refuse(409, 'conflict') : refuse(404, 'not_found')
  const { hop, shared, contact } = made.value
  request.audit({ details: { hop: hop.id, body: hop.body.id, shared, identity: contact !== null } })
  return made.value
}

async function drawPaper({ frame, params }: TicketRequest, ctx: Context, made: Package): Promise<Buffer> {
  const ticket = await loadById(ctx.tx, params.id)
  const office = ticket && (await loadOffice(ctx.tx, ticket.standing.officeId))
  const { t, locale } = frame.words
  const { hop, files, ...given } = made
  const basis = hop.basis === null ? null : t('scope.paper.basis', { basis: t(`scope.basis.${hop.basis}`), words: hop.basisWords ?? '' })
  const paper = PackageFile({
    ...given,
    frame,
    madeAt: ctx.now,
    timeZone: office?.timeZone ?? defaultTimeZone,
    officeName: office?.name ?? '',
    bodyName: hop.body[locale],
    reason: t(`scope.reason.${hop.reason}`),
    words: hop.words,
    fileNames: files.map(({ name }) => name),
    basis,
    undrawable: ![given.body, given.wish, hop.words].every(isDrawable),
  })
  const pdf = await composePdf(renderDocument(paper))
  if (!pdf.ok) throw new Error('what is handed over could not be written')
  return pdf.value
}

function give(bytes: Buffer, name: string, type: string): Reply {
  return { kind: 'file', stream: Readable.from([bytes]), name, type, size: bytes.length }
}

async function givePaper(request: TicketRequest, ctx: Context): Promise<Reply> {
  const made = await open(request, ctx)
  if (!('hop' in made)) return made
  return give(await drawPaper(request, ctx, made), `${made.number}.pdf`, 'application/pdf')
}

async function giveBundle(request: TicketRequest, ctx: Context): Promise<Reply> {
  const made = await open(request, ctx)
  if (!('hop' in made)) return made
  const { entries, left } = await collectFiles(ctx, request.params.id, made.files)
  const paper = { name: 'laporan.pdf', bytes: await drawPaper(request, ctx, made) }
  const missing = left.length === 0 ? [] : [{ name: 'tidak-ikut.txt', bytes: Buffer.from(left.join('\n')) }]
  return give(writeZip([paper, ...missing, ...entries], ctx.now), `${made.number}.zip`, 'application/zip')
}

const shared = {
  method: 'GET',
  audience: 'officer',
  permission: 'ticket.handle',
  audit: { event: 'scope.package_taken', done: true },
  params: ticketParams,
} as const

/** What is given to the other body, for the officer to give: each taking with its line in the trail. */
export const packageRoutes: readonly Route[] = [
  defineRoute({ ...shared, path: paths.paper, handler: givePaper }),
  defineRoute({ ...shared, path: paths.bundle, handler: giveBundle }),
]
