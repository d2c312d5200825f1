import { endOfDay, localDate } from '../deadlines/rules.ts'
import type { TicketState } from '../record/rules.ts'
import { legalBases } from '../scope/rules.ts'

export { type SharePurpose, sharePurposes } from '../record/events.ts'

/** Letters of what is shared of the report, of its answer, and of what the officer writes beside it. */
export const longestCopy = 20_000
export const longestWords = 1000
export const longestName = 150
export const longestEmail = 254
/** Calendar days that a link lives. */
export const usualDays = 7
export const mostDays = 14
/** Links of one ticket that are open at the same time. */
export const mostOpen = 10

/** What allows it: the complainant's own yes, or what the law puts in its place. */
export const bases = ['consent', ...legalBases] as const
export type Basis = (typeof bases)[number]

/** Languages in which the mail with the link is written. */
export const mailLanguages = ['id', 'en'] as const
export type MailLanguage = (typeof mailLanguages)[number]

/** Looks from one address, whatever they found: many people of a body may share one. */
export const opensByAddress = { name: 'share.open-address', most: 60, minutes: 10 } as const

type Facts = { readonly secret: boolean; readonly restricted: boolean; readonly shielded: boolean; readonly state: TicketState }
export type Refusal = 'secret' | 'restricted' | 'shielded' | 'state'

/** Why nothing of a ticket may be read by a link; null where it may. */
export function findRefusal({ secret, restricted, shielded, state }: Facts): Refusal | null {
  if (secret) return 'secret'
  if (restricted) return 'restricted'
  if (state === 'withdrawn' || state === 'merged') return 'state'
  return shielded ? 'shielded' : null
}

type Hidden = { readonly anonymous: boolean; readonly unidentified: boolean }

/** Files of somebody hidden are not shared: a photo of a passport or a letter says who it is. */
export function mayShareFiles({ anonymous, unidentified }: Hidden): boolean {
  return !anonymous && !unidentified
}

/** Days and sums of money have many digits and betray nobody. */
const harmless = /\b(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|\d{4}-\d{2}-\d{2})\b|\b(?:rp|idr|usd)\.? ?\d{1,3}(?:[.,]\d{3})*(?:,\d{2})?\b/giu

const tells: readonly RegExp[] = [
  /[^\s@]+@[^\s@]+\.[a-z]{2,}/iu,
  // Telephone, identity card, application, another report: eight digits and more, however they are grouped.
  /\d(?:[ .()/-]?\d){7,}/u,
  // A passport or permit: a letter or two before six digits and more.
  /\b[a-z]{1,2}[ -]?\d{6,}\b/iu,
  /\b(?:nama (?:saya|lengkap|pelapor)|my (?:full )?name is)\b/iu,
]

/** Whether words tell who somebody is whose name nobody knows, so that nothing could be covered. */
export function betrays(words: string): boolean {
  const rest = words.replace(harmless, '…')
  return tells.some((pattern) => pattern.test(rest))
}

export type Sharing = {
  /** What the other body is told it is for. */
  readonly purposeWords: string
  /** Of the register; null: in words. */
  readonly bodyId: string | null
  readonly bodyWords: string
  readonly basis: Basis
  readonly body: string
  readonly answer: string
  readonly fileIds: readonly string[]
  readonly checked: boolean
}
export type ShareProblem =
  | { readonly field: 'body'; readonly code: 'body_missing' | 'body_twice' }
  | { readonly field: 'shared'; readonly code: 'nothing_shared' | 'betrays' }
  | { readonly field: 'answer' | 'purposeWords' | 'body'; readonly code: 'betrays' }
  | { readonly field: 'file'; readonly code: 'file_unknown' }
  | { readonly field: 'checked'; readonly code: 'unchecked' }

type Allowed = { readonly hidden: Hidden; readonly offered: readonly string[] }

function findBodyProblem({ bodyId, bodyWords }: Sharing): ShareProblem | null {
  if (bodyId === null && bodyWords === '') return { field: 'body', code: 'body_missing' }
  return bodyId !== null && bodyWords !== '' ? { field: 'body', code: 'body_twice' } : null
}

function findCopyProblem({ body, answer, fileIds, purposeWords, bodyWords }: Sharing, { hidden, offered }: Allowed): ShareProblem | null {
  if (body === '' && answer === '' && fileIds.length === 0) return { field: 'shared', code: 'nothing_shared' }
  if (!fileIds.every((id) => offered.includes(id))) return { field: 'file', code: 'file_unknown' }
  if (mayShareFiles(hidden)) return null
  const told = [
    ['shared', body],
    ['answer', answer],
    ['purposeWords', purposeWords],
    ['body', bodyWords],
  ] as const
  const betraying = told.find(([, words]) => betrays(words))
  return betraying === undefined ? null : { field: betraying[0], code: 'betrays' }
}

/** Why it cannot be shared like this; `offered`: the files that may be chosen. */
export function findShareProblem(sharing: Sharing, allowed: Allowed): ShareProblem | null {
  const problem = findBodyProblem(sharing) ?? findCopyProblem(sharing, allowed)
  return problem ?? (sharing.checked ? null : { field: 'checked', code: 'unchecked' })
}

/** The end of the last day on which a link opens, in the zone of the unit. */
export function planExpiry(days: number, now: Date, timeZone: string): Date {
  return endOfDay(localDate(now, timeZone).add({ days }), timeZone)
}

export type LinkState = 'open' | 'expired' | 'revoked' | 'kept' | 'withdrawn'

/** Where a link stands. One that was ended stays so, whenever it would have expired. */
export function findLinkState(
  link: { readonly expiresAt: Date; readonly endedHow: 'revoked' | 'kept' | 'withdrawn' | null },
  now: Date,
): LinkState {
  if (link.endedHow !== null) return link.endedHow
  return link.expiresAt <= now ? 'expired' : 'open'
}

/** What a shared file is called outside: its own name may be somebody's. */
export function nameFile(place: number, { name }: { readonly name: string }): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0].toLowerCase() ?? ''
  return `lampiran-${place + 1}${ending}`
}
