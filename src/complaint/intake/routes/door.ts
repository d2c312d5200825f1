import type { Context } from '../../../platform/context.ts'
import { type CookieChange, page, type Reply, type RouteRequest, redirect } from '../../../platform/http/route.ts'
import { countOne, type Limit } from '../../../platform/limits.ts'
import { beginDraft, draftHours, findBegun } from '../actions/draft.ts'
import { SentAlreadyPage, WaitPage } from '../pages/notice-pages.tsx'
import type { News } from '../pages/step-page.tsx'
import type { Draft, Step } from '../rules.ts'
import { receiptUrl, stepUrls } from '../urls.ts'

export const draftCookie = 'isian'
export const receiptCookie = 'tanda'

/** Drafts begun in an hour from one address: far above what people of one village hall begin, far below what fills a disk. */
const draftsPerAddress: Limit = { name: 'intake-draft', most: 300, minutes: 60 }

export function keepCookie(token: string): CookieChange {
  return { name: draftCookie, value: token, maxAge: draftHours * 3600 }
}

/** News in an address after a detour: a word of ours, never text of a visitor. */
const newsParameters = {
  start: 'mulai',
  expired: 'kedaluwarsa',
  incomplete: 'lengkapi',
  unseen: 'lewati',
  again: 'ulang',
  fresh: 'baru',
} as const
type Told = keyof typeof newsParameters

/** The address of a screen, with news to tell there. */
export function composeUrl(step: Step, news: Told | null = null): string {
  return news === null ? stepUrls[step] : `${stepUrls[step]}?kabar=${newsParameters[news]}`
}

export function readNews(query: unknown): News | null {
  const { kabar } = query as { readonly kabar?: string }
  const found = Object.entries(newsParameters).find(([, parameter]) => parameter === kabar)
  return found === undefined ? null : (found[0] as Told)
}

export function replyWait(request: Pick<RouteRequest, 'frame'>, retryAfterSeconds: number, retryHref: string): Reply {
  const node = WaitPage({ frame: request.frame, minutes: Math.ceil(retryAfterSeconds / 60), retryHref })
  return page(node, { status: 429, headers: { 'retry-after': String(retryAfterSeconds) } })
}

/** The number of the report that this browser sent and has begun none after; null: nothing was. */
async function findSentNumber(request: RouteRequest, ctx: Context): Promise<string | null> {
  const sent = await findBegun(ctx, request.cookies[receiptCookie])
  return sent.state === 'sent' ? sent.receipt.number : null
}

/** A page of the form that was still open when its report went out in another one: said so, and with what was typed, which nobody else has. */
function replySent({ frame, raw }: Pick<RouteRequest, 'frame' | 'raw'>, step: Step, number: string): Reply {
  const { text } = raw
  const words = typeof text === 'string' ? text.trim() : ''
  return page(SentAlreadyPage({ frame: { ...frame, path: stepUrls[step] }, number, words }), { status: 409 })
}

/** The draft to write into, the visitor's own or a new one, and what must be told about it. */
export type Opened = { readonly token: string; readonly draft: Draft; readonly news: Told | null }

/** For a post: what was typed is kept even if there was no draft any more. A reply instead when the report was sent, or too many were begun. */
export async function openDraft(request: RouteRequest, ctx: Context, step: Step): Promise<Opened | Reply> {
  const begun = await findBegun(ctx, request.cookies[draftCookie])
  if (begun.state === 'draft') return { token: begun.token, draft: begun.draft, news: null }
  // The first screen begins something new; any other belonged to the report that was sent.
  if (begun.state === 'sent' && step !== 'kind') return redirect(receiptUrl)
  const sentNumber = await findSentNumber(request, ctx)
  if (sentNumber !== null && step !== 'kind') return replySent(request, step, sentNumber)
  const { over, retryAfterSeconds } = await countOne(ctx, draftsPerAddress, request.address)
  if (over) return replyWait(request, retryAfterSeconds, stepUrls[step])
  if (step === 'kind') return { ...beginDraft(ctx), news: sentNumber === null ? null : 'fresh' }
  return { ...beginDraft(ctx), news: begun.state === 'expired' ? 'expired' : 'start' }
}

export function isReply(value: Opened | Reply): value is Reply {
  return 'kind' in value
}

/** For a look: the draft behind the cookie, or the way to the beginning or to the receipt. */
export async function findDraft(request: RouteRequest, ctx: Context, step: Step): Promise<Opened | Reply> {
  const begun = await findBegun(ctx, request.cookies[draftCookie])
  const sentNumber = begun.state === 'none' ? await findSentNumber(request, ctx) : null
  if (sentNumber !== null) return replySent(request, step, sentNumber)
  switch (begun.state) {
    case 'draft':
      return { token: begun.token, draft: begun.draft, news: null }
    case 'sent':
      return redirect(receiptUrl)
    case 'expired':
      return redirect(composeUrl('kind', 'expired'))
    case 'none':
      return redirect(composeUrl('kind', 'start'))
  }
}
