import type { Context } from '../../platform/context.ts'
import { createSystemActor } from '../../platform/context.ts'
import { SealError } from '../../platform/crypto.ts'
import { enqueue } from '../../platform/jobs.ts'
import { type Mail, MailError } from '../../platform/mail.ts'
import { err, ok, type Result } from '../../platform/result.ts'
import { isResting, noteFailure } from './patience.ts'
import { findInOutbox, listOutbox, type OutboxKey, type SealedMail } from './read.ts'
import {
  checkText,
  defaultText,
  type Letter,
  type LetterLanguage,
  type LetterText,
  maskAddress,
  mayShowContent,
  mostAttempts,
  neverLeaves,
  type TextProblem,
} from './rules.ts'
import { deleteText, insertMail, loadOwnText, lockWaitingMail, type Settlement, saveText, settleMail } from './store.ts'

export const sendJob = 'notification.send'
const sealPurpose = 'mail'
/** More than `mostAttempts`, which decides: a try that was put off does not count as one. */
const mostRuns = 60

export type MailContent = Pick<Mail, 'to' | 'subject' | 'text' | 'html'>
/** `expiresAt`: after this the mail is worth nothing any more and is not sent; ISO 8601. */
type SealedContent = MailContent & { readonly expiresAt: string | null }

export type LetterToSend = {
  /** What the mail is about, once and for all: a second one for the same cause is not made. */
  readonly cause: string
  /** Whose deliveries it is listed under; null for mails to officers. */
  readonly ticketId: string | null
  readonly letter: Letter
  readonly language: LetterLanguage
  readonly content: MailContent
  /** When that happened which it tells. */
  readonly at: Date
  readonly expiresAt?: Date
}

/** Puts a mail on its way: it exists, sealed, and its job is queued, exactly if the transaction of `ctx` commits. */
export async function queueMail(ctx: Context, toSend: LetterToSend): Promise<void> {
  const { content, at, expiresAt, ...mail } = toSend
  const id = ctx.newId()
  const sealed = ctx.keyring.seal(
    sealPurpose,
    JSON.stringify({ ...content, expiresAt: expiresAt?.toISOString() ?? null } satisfies SealedContent),
    id,
  )
  if (await insertMail(ctx.tx, { ...mail, id, sealed, createdAt: at }))
    await enqueue(ctx, sendJob, { mailId: id }, { maxAttempts: mostRuns })
}

function openContent(ctx: Pick<Context, 'keyring'>, mail: { readonly id: string; readonly sealed: Buffer }): SealedContent {
  return JSON.parse(ctx.keyring.open(sealPurpose, mail.sealed, mail.id).toString('utf8')) as SealedContent
}

/** The same at every attempt, so that mail programs know a mail that arrived twice. */
function composeMessageId(mailFrom: string, mailId: string): string {
  const host = /@([\w.-]+)>?\s*$/.exec(mailFrom)?.[1] ?? 'localhost'
  return `<${mailId}@${host}>`
}

async function trySending(ctx: Context, mail: Mail): Promise<Pick<Settlement, 'state' | 'problem'> & { readonly error: MailError | null }> {
  if (neverLeaves(mail.to)) return { state: 'outbox', problem: null, error: null }
  const begun = performance.now()
  try {
    const { delivered } = await ctx.mailer.send(mail)
    return { state: delivered === 'smtp' ? 'sent' : 'outbox', problem: null, error: null }
  } catch (error) {
    if (!(error instanceof MailError)) throw error
    noteFailure(ctx.mailer, performance.now() - begun)
    return { state: error.kind === 'permanent' ? 'failed' : 'queued', problem: error.code, error }
  }
}

/** What is in a mail, or why it can never be sent. */
function readWaiting(ctx: Context, mailId: string, sealed: Buffer): Result<MailContent, 'unreadable' | 'expired'> {
  try {
    const { expiresAt, ...content } = openContent(ctx, { id: mailId, sealed })
    return expiresAt !== null && new Date(expiresAt) <= ctx.now ? err('expired') : ok(content)
  } catch (error) {
    if (error instanceof SealError) return err('unreadable')
    throw error
  }
}

/**
 * Sends one waiting mail. The row stays locked meanwhile, so that nobody else sends it too. Answers with the error after
 * which the queue shall try again; the caller throws it once the transaction, which counts the attempt, has committed.
 */
export async function deliver(ctx: Context, mailId: string): Promise<MailError | null> {
  if (isResting(ctx.mailer)) return new MailError('temporary', 'server_hangs')
  const waiting = await lockWaitingMail(ctx.tx, mailId)
  if (waiting === null) return null
  const content = readWaiting(ctx, mailId, waiting.sealed)
  if (!content.ok) {
    await settleMail(ctx.tx, mailId, { state: 'failed', attempts: waiting.attempts, problem: content.error, sentAt: null })
    return null
  }
  const attempts = waiting.attempts + 1
  const outcome = await trySending(ctx, {
    ...content.value,
    messageId: composeMessageId(ctx.settings.mailFrom, mailId),
    locale: waiting.language,
  })
  const state = outcome.state === 'queued' && attempts >= mostAttempts ? 'failed' : outcome.state
  await settleMail(ctx.tx, mailId, { state, attempts, problem: outcome.problem, sentAt: state === 'sent' ? ctx.clock.now() : null })
  return state === 'queued' ? outcome.error : null
}

/** The text a letter has now, and whether it is the administrator's own. */
export async function loadText(ctx: Context, letter: Letter, language: LetterLanguage): Promise<LetterText & { readonly own: boolean }> {
  const own = await loadOwnText(ctx.tx, letter, language)
  return { ...(own ?? defaultText(letter, language)), own: own !== null }
}

/** Writes another text for a letter, if every placeholder is right. A text like the default one is none of one's own. */
export async function changeText(
  ctx: Context,
  letter: Letter,
  language: LetterLanguage,
  text: LetterText,
): Promise<Result<null, readonly TextProblem[]>> {
  const problems = checkText(letter, text)
  if (problems.length > 0) return err(problems)
  const standard = defaultText(letter, language)
  if (text.subject === standard.subject && text.body === standard.body) await deleteText(ctx.tx, letter, language)
  else await saveText(ctx.tx, { ...text, letter, language, changedAt: ctx.now, changedBy: ctx.actor.id })
  return ok(null)
}

/** Goes back to the text that came with the program; true when there was another one. */
export function resetText(ctx: Context, letter: Letter, language: LetterLanguage): Promise<boolean> {
  return deleteText(ctx.tx, letter, language)
}

export type OutboxMail = Omit<SealedMail, 'sealed'> & MailContent

function toOutboxMail(ctx: Context, { sealed, ...mail }: SealedMail): OutboxMail {
  const { to, subject, text, html } = openContent(ctx, { id: mail.id, sealed })
  if (mayShowContent({ letter: mail.letter, to, production: ctx.settings.mode === 'production' }))
    return { ...mail, to, subject, text, html }
  const withheld = ctx.words(ctx.locale).t('notification.outbox.withheld')
  return { ...mail, to: maskAddress(to), subject, text: withheld, html: '' }
}

/** Administrators see no tickets, and the outbox belongs to none of them: it is read as the service itself, less what is kept from them. */
async function openOutbox(ctx: Context): Promise<void> {
  await ctx.tx.become(createSystemActor('notification.outbox'))
}

/** One page of mails that wait for nobody because no mail server is configured, newest first. */
export async function loadOutbox(
  ctx: Context,
  after: OutboxKey | null,
  size: number,
): Promise<{ readonly mails: readonly OutboxMail[]; readonly next: OutboxKey | null }> {
  await openOutbox(ctx)
  const rows = await listOutbox(ctx.tx, ctx.actor.id, after, size)
  const mails = rows.slice(0, size).map((row) => toOutboxMail(ctx, row))
  const last = mails.at(-1)
  return { mails, next: rows.length > size && last !== undefined ? { at: last.createdAt, id: last.id } : null }
}

/** One mail of the outbox; null when it is not there. */
export async function loadOutboxMail(ctx: Context, id: string): Promise<OutboxMail | null> {
  await openOutbox(ctx)
  const row = await findInOutbox(ctx.tx, ctx.actor.id, id)
  return row === null ? null : toOutboxMail(ctx, row)
}
