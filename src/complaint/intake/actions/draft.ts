import { hkdfSync } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { hashToken, openWith, SealError, sealWith } from '../../../platform/crypto.ts'
import { enqueue } from '../../../platform/jobs.ts'
import { createDraft, type Draft } from '../rules.ts'
import { type DraftRow, deleteDraft, loadDraft, saveDraft } from '../store.ts'
import type { Receipt } from './submit.ts'

/** How long unsent answers are kept, from the last one. */
export const draftHours = 24
/** How long the browser that sent a report may show its access code again. */
export const codeMinutes = 15

/** What the visitor keeps of a sent report; the code is apart, because it goes sooner. */
export type KeptReceipt = Omit<Receipt, 'accessCode' | 'repeated'> & { readonly unit: string; readonly mailed: boolean }

/**
 * What lies behind a visitor's cookie.
 * - `none`: no cookie, nothing begun
 * - `expired`: a cookie whose answers were deleted, or that is none of ours
 * - `draft`: answers on the way
 * - `sent`: the report went out; `accessCode` is null after some minutes
 */
export type Begun =
  | { readonly state: 'none' | 'expired' }
  | { readonly state: 'draft'; readonly token: string; readonly draft: Draft }
  | { readonly state: 'sent'; readonly token: string; readonly receipt: KeptReceipt; readonly accessCode: string | null }

const tokenPattern = /^[A-Za-z0-9_-]{43}$/

/** The key comes from the cookie, salted by the service: whoever has only the database, or only the cookie, reads nothing. */
function deriveKey(ctx: Pick<Context, 'keyring'>, token: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(token, 'base64url'), ctx.keyring.hmac('intake-draft', ''), 'intake draft 1', 32))
}

function reviveDates(receipt: KeptReceipt): KeptReceipt {
  const promises = receipt.promises.map((promise) => ({ ...promise, dueAt: new Date(promise.dueAt) }))
  return { ...receipt, submittedAt: new Date(receipt.submittedAt), promises }
}

function isOlder(at: Date, now: Date, minutes: number): boolean {
  return now.getTime() - at.getTime() > minutes * 60_000
}

function openCode(ctx: Context, token: string, row: DraftRow & { readonly sentAt: Date }): string | null {
  if (row.sealedCode === null || isOlder(row.sentAt, ctx.now, codeMinutes)) return null
  return openWith(deriveKey(ctx, token), row.sealedCode, 'code').toString('utf8')
}

function unseal(ctx: Context, token: string, row: DraftRow): Begun {
  const { sentAt } = row
  const content: unknown = JSON.parse(openWith(deriveKey(ctx, token), row.sealed, sentAt === null ? 'draft' : 'receipt').toString('utf8'))
  if (sentAt === null) return { state: 'draft', token, draft: content as Draft }
  return { state: 'sent', token, receipt: reviveDates(content as KeptReceipt), accessCode: openCode(ctx, token, { ...row, sentAt }) }
}

/** Finds and unseals what a visitor has begun; the row is locked until the transaction ends. */
export async function findBegun(ctx: Context, token: string | undefined): Promise<Begun> {
  if (token === undefined) return { state: 'none' }
  if (!tokenPattern.test(token)) return { state: 'expired' }
  const row = await loadDraft(ctx.tx, hashToken(token))
  if (row === null || isOlder(row.updatedAt, ctx.now, draftHours * 60)) return { state: 'expired' }
  try {
    return unseal(ctx, token, row)
  } catch (error) {
    // After a change of the master secret unsent answers are lost, and the visitor is told so.
    if (error instanceof SealError) return { state: 'expired' }
    throw error
  }
}

/** A new draft with its secret; nothing is stored before `storeDraft`. */
export function beginDraft(ctx: Context): { readonly token: string; readonly draft: Draft } {
  return { token: ctx.random(32).toString('base64url'), draft: createDraft(ctx.random(16).toString('base64url')) }
}

export async function storeDraft(ctx: Context, token: string, draft: Draft): Promise<void> {
  const sealed = sealWith(deriveKey(ctx, token), JSON.stringify(draft), 'draft')
  await saveDraft(ctx.tx, hashToken(token), { sealed, sealedCode: null, sentAt: null, updatedAt: ctx.now })
}

/** Puts the receipt where the answers were. */
export async function storeReceipt(ctx: Context, token: string, receipt: KeptReceipt, accessCode: string | null): Promise<void> {
  const key = deriveKey(ctx, token)
  await saveDraft(ctx.tx, hashToken(token), {
    sealed: sealWith(key, JSON.stringify(receipt), 'receipt'),
    sealedCode: accessCode === null ? null : sealWith(key, accessCode, 'code'),
    sentAt: ctx.now,
    updatedAt: ctx.now,
  })
}

/** Files leave the store only once the transaction that lets go of them has committed. */
export async function removeFilesLater(ctx: Context, storeKeys: readonly string[]): Promise<void> {
  if (storeKeys.length > 0) await enqueue(ctx, 'intake.remove-files', { storeKeys })
}

/** Deletes what the visitor began, at their wish. */
export async function discardDraft(ctx: Context, token: string): Promise<void> {
  await removeFilesLater(ctx, await deleteDraft(ctx.tx, hashToken(token)))
}
