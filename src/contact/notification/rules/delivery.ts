import type { Letter } from './letters.ts'

/** Where a mail stands. `outbox`: no mail server is configured, the administrator can read it. */
export const mailStates = ['queued', 'sent', 'outbox', 'failed'] as const
export type MailState = (typeof mailStates)[number]

export type Confidence = {
  readonly anonymous: boolean
  readonly unidentified: boolean
  readonly secret: boolean
  readonly restricted: boolean
}

/** An anonymous or unidentified complainant gets no mail at all (acceptance C12): the conversation waits behind number and code. */
export function mayWriteTo(ticket: Pick<Confidence, 'anonymous' | 'unidentified'>): boolean {
  return !ticket.anonymous && !ticket.unidentified
}

/** Whether a letter may say anything of the matter. A mailbox is read by others; of these tickets it learns that there is news. */
export function mayTell(ticket: Pick<Confidence, 'secret' | 'restricted'>): boolean {
  return !ticket.secret && !ticket.restricted
}

/** These hold nothing of the matter, and say how the report is found at all. */
const keptAlways: ReadonlySet<Letter> = new Set(['receipt', 'split'])

/** The letter that may really go out. */
export function chooseLetter(letter: Letter, ticket: Pick<Confidence, 'secret' | 'restricted'>): Letter {
  return mayTell(ticket) || keptAlways.has(letter) ? letter : 'news'
}

/** Whether an address lies in a name that exists nowhere (RFC 2606), as those of the demo: such mails stay in the outbox. */
export function neverLeaves(address: string): boolean {
  return /\.(example|test|invalid|localhost)$/i.test(address)
}

/** Tries before a mail is given up: with the queue's back-off about three and a half days. */
export const mostAttempts = 24

/** What a stored problem code means for the officer who reads it. */
export const problemKinds = ['unreachable', 'later', 'refused', 'address', 'expired', 'unreadable'] as const
export type ProblemKind = (typeof problemKinds)[number]

/** `smtp_451` and the like come from the mail server, `E…` from the network, the rest from our own checks. */
export function readProblem(code: string): ProblemKind {
  if (code === 'expired' || code === 'unreadable') return code
  if (code === 'mail_bad_recipient') return 'address'
  if (/^smtp_4/.test(code)) return 'later'
  if (/^smtp_5/.test(code)) return 'refused'
  return 'unreachable'
}

/** An address that its owner recognises and nobody else can write to: `k…@…`. */
export function maskAddress(address: string): string {
  return `${address.slice(0, 1)}…@…`
}

/**
 * Whether the administrator may read a letter that stayed in the local outbox. A link opens somebody's report or a part of it, and in real use no
 * administrator reads what was told in confidence (acceptance L3); mail to made-up addresses of the demo is nobody's.
 */
export function mayShowContent(mail: { readonly letter: string; readonly to: string; readonly production: boolean }): boolean {
  return neverLeaves(mail.to) || (!mail.production && mail.letter !== 'recovery' && mail.letter !== 'share')
}
