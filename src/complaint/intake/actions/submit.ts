import { loadOffice, type Office, requireOffice } from '../../../access/accounts/index.ts'
import { keepIdentity } from '../../../access/confidentiality/index.ts'
import type { Context } from '../../../platform/context.ts'
import { equal } from '../../../platform/crypto.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { keepAccusation, nameAtReceipt } from '../../conduct/index.ts'
import { loadClocks, planClocks, startPlanned } from '../../deadlines/index.ts'
import { localDate, publicPromises, type Start, startOfDay } from '../../deadlines/rules.ts'
import type { Channel, Kind } from '../../record/events.ts'
import { type Category, insertFiles, loadById, loadCategory, openAsService, openTicket } from '../../record/index.ts'
import {
  checkDate,
  checkReceived,
  classify,
  complains,
  composeTitle,
  eastmostZone,
  isConduct,
  isLateFiled,
  isRestricted,
  limits,
  type ReceivedProblem,
} from '../rules.ts'
import { claimKey } from '../store.ts'
import { findUnit } from './destination.ts'

/** A file that was checked and cleaned and is in the file store already. `sha256` is hexadecimal. */
type KeptFile = {
  readonly name: string
  readonly type: string
  readonly size: number
  readonly sha256: string
  readonly storeKey: string
}

/** What a part of an earlier report takes over from it, and where it goes. */
export type PartOf = { readonly start: Start; readonly restricted: boolean; readonly unitId: string }

export type ReportInput = {
  readonly kind: Kind
  /** Code of a category, of either level: `PSP.06` or `PSP`. */
  readonly category: string
  /** The office it is about; null when the person does not know. Where it goes is decided here. */
  readonly officeId: string | null
  readonly text: string
  readonly wish: string
  /** `YYYY-MM-DD` */
  readonly happenedOn: string | null
  /** The place, in words. */
  readonly happenedAt: string
  /** `YYYY-MM-DD`: the day a letter came, if it is put down later. Its times count from then. */
  readonly receivedOn?: string | null
  /** Who is complained of, in words: sealed, and shown to compliance only. Officers whose names stand in the directory so are recognised. */
  readonly accused?: string
  /** Units complained of as a whole, beside the office it is about. */
  readonly accusedOfficeIds?: readonly string[]
  /** null: about the person who reports. */
  readonly relation: string | null
  readonly anonymous: boolean
  readonly secret: boolean
  readonly unidentified: boolean
  /** Each an empty text when not given. Dropped unseen when `unidentified`. */
  readonly contact: { readonly name: string; readonly email: string; readonly phone: string }
  readonly channel: Channel
  readonly language: string
  readonly files: readonly KeptFile[]
  /** Sending the same report twice under one key makes one ticket. */
  readonly idempotencyKey: string | null
  /** Only where an officer gives a part of a report a number of its own. */
  readonly partOf?: PartOf
}

/** What is promised by a date, under which rule. */
type ReceiptPromise = {
  readonly kind: 'first_check' | 'completeness' | 'answer'
  readonly dueAt: Date
  readonly law: string
  readonly amount: number
  readonly unit: string
}

export type Receipt = {
  readonly id: string
  readonly number: string
  /** null when the same key was sent before: a code is shown once. */
  readonly accessCode: string | null
  readonly repeated: boolean
  readonly submittedAt: Date
  /** The unit that handles it. */
  readonly unitId: string
  /** Zone of that unit; dates of the promises are meant there. */
  readonly timeZone: string
  readonly promises: readonly ReceiptPromise[]
}

/** `key_reused`: the key belongs to another report. The others name the field that is wrong. */
export type SubmitProblem =
  | 'category_unknown'
  | 'office_unknown'
  | 'text_missing'
  | 'text_too_long'
  | 'date_unreal'
  | 'date_future'
  | 'too_many_files'
  | 'key_reused'
  | ReceivedProblem

type Checked = { readonly category: Category; readonly concerned: Office | null; readonly unit: Office }

function hashContent(ctx: Context, input: ReportInput): Buffer {
  const { contact, unidentified } = input
  const { idempotencyKey: _key, contact: _contact, files, ...content } = input
  const fields = Object.entries({ ...content, ...(unidentified ? {} : contact) }).sort(([a], [b]) => (a < b ? -1 : 1))
  return ctx.keyring.hmac('submission-content', JSON.stringify([fields, files.length]))
}

function toPromises(
  clocks: Parameters<typeof publicPromises<{ ruleId: string; dueAt: Date | null; law: string; amount: number; unit: string }>>[0],
): readonly ReceiptPromise[] {
  return publicPromises(clocks).map(({ kind, clock }) => ({
    kind,
    dueAt: clock.dueAt,
    law: clock.law,
    amount: clock.amount,
    unit: clock.unit,
  }))
}

/** As the form's schema counts: an emoji is one character, however many units hold it. */
function countCharacters(text: string): number {
  return text.length <= limits.text ? text.length : Array.from(text).length
}

/** What needs no database to be judged. */
function findFault(ctx: Context, input: ReportInput): SubmitProblem | null {
  if (input.text === '') return 'text_missing'
  if (countCharacters(input.text) > limits.body) return 'text_too_long'
  if (input.files.length > limits.files) return 'too_many_files'
  const today = localDate(ctx.now, eastmostZone)
  const date = input.happenedOn === null ? null : checkDate(input.happenedOn, today)
  if (date !== null && !date.ok) return date.error
  const received = input.receivedOn == null ? null : checkReceived(input.receivedOn, today)
  return received === null || received.ok ? null : received.error
}

async function check(ctx: Context, input: ReportInput): Promise<Result<Checked, SubmitProblem>> {
  const fault = findFault(ctx, input)
  if (fault !== null) return err(fault)
  const category = await loadCategory(ctx.tx, input.category)
  if (category === null || !category.active) return err('category_unknown')
  const concerned = input.officeId === null ? null : await loadOffice(ctx.tx, input.officeId)
  if (input.officeId !== null && (concerned === null || !concerned.active)) return err('office_unknown')
  for (const accusedId of input.accusedOfficeIds ?? []) if ((await loadOffice(ctx.tx, accusedId)) === null) return err('office_unknown')
  const { kind, partOf } = input
  const unit = partOf === undefined ? await findUnit(ctx, { kind, category, concerned }) : await requireOffice(ctx.tx, partOf.unitId)
  return ok({ category, concerned, unit })
}

/** The receipt of a ticket that this key made before, without its code. */
async function composeRepeat(ctx: Context, ticketId: string): Promise<Receipt> {
  const ticket = await loadById(ctx.tx, ticketId)
  const unit = ticket === null ? null : await loadOffice(ctx.tx, ticket.standing.officeId)
  if (ticket === null || unit === null) throw new Error('a sending key points to no ticket')
  const clocks = await loadClocks(ctx.tx, ticketId)
  const { id, number, submittedAt } = ticket
  return {
    id,
    number,
    accessCode: null,
    repeated: true,
    submittedAt,
    unitId: unit.id,
    timeZone: unit.timeZone,
    promises: toPromises(clocks),
  }
}

/** The moment from which the times count: now, that of the report it is a part of, or the beginning of an earlier day on which it came to the unit. */
function findReceipt({ now }: Context, { receivedOn = null, partOf }: ReportInput, { timeZone }: Office): Date {
  if (partOf !== undefined) return partOf.start.receivedAt
  const today = localDate(now, timeZone)
  const day = receivedOn === null ? null : checkReceived(receivedOn, today)
  // A day that has begun only in the east of the country is today.
  return day === null || !day.ok || day.value.equals(today) ? now : startOfDay(day.value, timeZone)
}

/** What alleges something of staff is kept from the office complained of at once, and from whoever is named, whatever roles they hold elsewhere. */
async function shield(ctx: Context, ticketId: string, input: ReportInput, concerned: Office | null): Promise<void> {
  const { kind, category, accused = '', accusedOfficeIds = [] } = input
  const isAboutStaff = isConduct(kind, category)
  const concernedOfficeId = concerned?.id ?? null
  if (isAboutStaff) keepAccusation(ctx, { ticketId, concernedOfficeId })
  const isAgainst = isAboutStaff || complains(kind)
  if (!isAgainst || (accused === '' && accusedOfficeIds.length === 0)) return
  await nameAtReceipt(ctx, { ticketId, concernedOfficeId, accused, accusedOfficeIds }, isAboutStaff)
  await openAsService(ctx)
}

async function open(ctx: Context, id: string, input: ReportInput, { category, concerned, unit }: Checked): Promise<Receipt> {
  const serviceClass = classify(input.kind, category)
  const receivedAt = findReceipt(ctx, input, unit)
  const { clocks, answer } = await planClocks(ctx, serviceClass, unit, input.partOf?.start ?? { receivedAt })
  const { kind, text, wish, happenedOn, happenedAt, relation, anonymous, secret, unidentified, channel, language } = input
  const opened = await openTicket(ctx, {
    id,
    kind,
    category: category.code,
    class: serviceClass,
    channel,
    language,
    officeId: unit.id,
    concernedOfficeId: concerned?.id ?? null,
    anonymous,
    secret,
    unidentified,
    restricted: isRestricted(secret, category) || (input.partOf?.restricted ?? false),
    dueAt: answer.dueAt.toISOString(),
    lateFiled: isLateFiled(happenedOn, localDate(receivedAt, unit.timeZone)),
    ...(receivedAt < ctx.now ? { receivedAt: receivedAt.toISOString() } : {}),
    title: composeTitle(text),
    body: text,
    wish,
    happenedOn,
    happenedAt,
    relation,
  })
  await startPlanned(ctx, id, clocks, unit)
  if (!unidentified) await keepIdentity(ctx, id, input.contact, { hidden: anonymous })
  await insertFiles(
    ctx.tx,
    input.files.map(({ name, type, size, sha256, storeKey }) => ({
      id: ctx.newId(),
      ticketId: id,
      messageId: null,
      name,
      type,
      size,
      sha256: Buffer.from(sha256, 'hex'),
      storeKey,
      at: ctx.now,
    })),
  )
  await shield(ctx, id, { ...input, category: category.code }, concerned)
  const { number, accessCode, submittedAt } = opened
  return { id, number, accessCode, repeated: false, submittedAt, unitId: unit.id, timeZone: unit.timeZone, promises: toPromises(clocks) }
}

/**
 * Takes in a report, whoever brings it: routes it, opens the ticket with its clocks, keeps identity and files, all in the transaction of
 * `ctx`. The same key with the same content gives the same ticket again, also when both arrive at once; the second answer has no code.
 * For the rest of the transaction the database sees the service itself, because a visitor may not see what was made.
 */
export async function submitReport(ctx: Context, input: ReportInput): Promise<Result<Receipt, SubmitProblem>> {
  await openAsService(ctx)
  const checked = await check(ctx, input)
  if (!checked.ok) return checked
  const id = ctx.newId()
  if (input.idempotencyKey !== null) {
    const contentHash = hashContent(ctx, input)
    // Callers with an identity have keys of their own, so that two programs that both count 1, 2, 3 do not meet.
    const keyHash = ctx.keyring.hmac('submission-key', `${ctx.actor.id ?? ''}:${input.idempotencyKey}`)
    const earlier = await claimKey(ctx.tx, { keyHash, ticketId: id, contentHash, at: ctx.now })
    if (earlier !== null)
      return equal(earlier.contentHash, contentHash) ? ok(await composeRepeat(ctx, earlier.ticketId)) : err('key_reused')
  }
  return ok(await open(ctx, id, input, checked.value))
}
