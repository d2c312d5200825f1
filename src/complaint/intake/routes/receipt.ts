import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect } from '../../../platform/http/route.ts'
import type { Words } from '../../../platform/i18n.ts'
import { type Begun, codeMinutes, discardDraft, findBegun } from '../actions/draft.ts'
import { DiscardPage } from '../pages/notice-pages.tsx'
import { ReceiptPage, type ReceiptView } from '../pages/receipt-page.tsx'
import { drawQr } from '../qr.ts'
import { discardUrl, receiptTextUrl, receiptUrl, stepUrls } from '../urls.ts'
import { draftCookie, receiptCookie } from './door.ts'

type Sent = Extract<Begun, { state: 'sent' }>

async function findSent(request: RouteRequest, ctx: Context): Promise<Sent | null> {
  for (const name of [receiptCookie, draftCookie]) {
    const begun = await findBegun(ctx, request.cookies[name])
    if (begun.state === 'sent') return begun
  }
  return null
}

function composePromises(words: Words, { receipt }: Sent): ReceiptView['promises'] {
  return receipt.promises.map(({ kind, dueAt, law, amount, unit }) => ({
    what: words.t(`intake.promise.${kind}`),
    by: words.t('intake.promise.by', { date: words.date(dueAt, receipt.timeZone) }),
    law: words.t('intake.promise.law', { law, time: words.t(`intake.promise.unit.${unit}`, { amount }) }),
  }))
}

function composeReceipt(ctx: Context, words: Words, sent: Sent): ReceiptView {
  const { receipt, accessCode } = sent
  const { number, submittedAt, timeZone, unit, mailed } = receipt
  return {
    number,
    accessCode,
    submittedAt,
    timeZone,
    unit,
    mailed,
    codeMinutes,
    promises: composePromises(words, sent),
    // The number opens nothing by itself. The code is plain text: in an address it would be written down on its way.
    numberQr: drawQr(`${ctx.settings.publicUrl}/lacak?nomor=${number}`),
    codeQr: accessCode === null ? null : drawQr(accessCode),
  }
}

async function showReceipt(request: RouteRequest, ctx: Context): Promise<Reply> {
  const sent = await findSent(request, ctx)
  if (sent === null) return redirect(stepUrls.kind)
  return page(ReceiptPage({ frame: request.frame, view: composeReceipt(ctx, request.frame.words, sent) }))
}

/** The receipt as a text to keep: for phones without a printer. */
function composeText({ t, dateTime }: Words, view: ReceiptView, publicUrl: string): string {
  const lines = [
    t('ui.name'),
    t('intake.receipt.title'),
    '',
    `${t('intake.receipt.number')}: ${view.number}`,
    ...(view.accessCode === null ? [] : [`${t('intake.receipt.code')}: ${view.accessCode}`]),
    t('intake.receipt.at', { at: dateTime(view.submittedAt, view.timeZone) }),
    t('intake.receipt.unit', { unit: view.unit }),
    '',
    t('intake.receipt.next'),
    ...view.promises.map(({ what, by, law }) => `- ${what}: ${by} (${law})`),
    '',
    `${t('intake.receipt.track')}: ${publicUrl}/lacak`,
    ...(view.accessCode === null ? [] : [t('intake.receipt.code_warning')]),
  ]
  return `${lines.join('\r\n')}\r\n`
}

async function saveReceipt(request: RouteRequest, ctx: Context): Promise<Reply> {
  const sent = await findSent(request, ctx)
  if (sent === null) return redirect(stepUrls.kind)
  const view = composeReceipt(ctx, request.frame.words, sent)
  const headers = { 'content-disposition': `attachment; filename="${view.number}.txt"` }
  return {
    kind: 'text',
    status: 200,
    type: 'text/plain; charset=utf-8',
    body: composeText(request.frame.words, view, ctx.settings.publicUrl),
    headers,
  }
}

async function discard(request: RouteRequest, ctx: Context): Promise<Reply> {
  const begun = await findBegun(ctx, request.cookies[draftCookie])
  if (begun.state === 'draft') await discardDraft(ctx, begun.token)
  return redirect('/', { notice: 'intake.discard.done', cookies: [{ name: draftCookie, value: null }] })
}

const shared = { audience: 'visitor', permission: 'public' } as const

export const receiptRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: receiptUrl,
    audit: { event: 'intake.receipt', done: false },
    handler: (request, ctx) => showReceipt(request as RouteRequest, ctx),
  }),
  defineRoute({
    ...shared,
    method: 'GET',
    path: receiptTextUrl,
    audit: { event: 'intake.receipt', done: false },
    handler: (request, ctx) => saveReceipt(request as RouteRequest, ctx),
  }),
  defineRoute({
    ...shared,
    method: 'GET',
    path: discardUrl,
    audit: { event: 'intake.discard', done: false },
    handler: async ({ frame }) => page(DiscardPage({ frame, backHref: stepUrls.kind })),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: discardUrl,
    audit: { event: 'intake.discard', done: false },
    handler: (request, ctx) => discard(request as RouteRequest, ctx),
  }),
]
