import { loadOffice } from '../../../access/accounts/index.ts'
import { readAccesses } from '../../../audit/trail/index.ts'
import type { Context } from '../../../platform/context.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { countOne } from '../../../platform/limits.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { loadThread, type Message } from '../../conversation/index.ts'
import { loadCalendar, loadClocks, type StoredClock } from '../../deadlines/index.ts'
import { findEarlierReceipt, type OfficeCalendar, urgency } from '../../deadlines/rules.ts'
import { findStandIn } from '../../joining/index.ts'
import { type Dossier, type FileFacts, type LoadedTicket, loadDossier, lookUpNumber } from '../../record/index.ts'
import { awaitsAnswer, isOpen, type PublicStage, parseNumber, type TicketState } from '../../record/rules.ts'
import { hasOpenCheck } from '../../retaliation/index.ts'
import { hasEnded } from '../../retaliation/rules.ts'
import { loadRight, loadStanding } from '../../review/index.ts'
import { findOutside } from '../../review/rules.ts'
import { showHops } from '../../scope/index.ts'
import { findOwnRelatives } from '../../split/index.ts'
import {
  composePublicStage,
  composeStages,
  composeTimeline,
  groupAccesses,
  mayRate,
  mayWithdraw,
  type OwnWords,
  type Rating,
  type ReportView,
  showPromises,
  stageByAddress,
  type ViewFile,
  type ViewMessage,
  waitsTogether,
} from '../rules.ts'
import { loadOwnTraces } from '../store.ts'

export type StageProblem =
  | { readonly code: 'number_malformed' | 'number_mistyped' }
  | { readonly code: 'too_many'; readonly retryAfterSeconds: number }

/** Of a merged report: how far the one is that it is handled with. */
async function findShownState(ctx: Context, ticketId: string, state: TicketState): Promise<TicketState> {
  return state === 'merged' ? findStandIn(ctx, ticketId) : state
}

/** The public stage of a number in its written form. A number nobody has looks like a report just received. */
export async function showStage(
  ctx: Context,
  input: { readonly number: string; readonly address: string },
): Promise<Result<{ readonly number: string; readonly stage: PublicStage }, StageProblem>> {
  const number = parseNumber(input.number)
  if (!number.ok) return err({ code: number.error })
  const looks = await countOne(ctx, stageByAddress, input.address)
  if (looks.over) return err({ code: 'too_many', retryAfterSeconds: looks.retryAfterSeconds })
  const found = await lookUpNumber(ctx, number.value)
  const state = found === null ? null : await findShownState(ctx, found.id, found.state)
  return ok({ number: number.value, stage: composePublicStage(state) })
}

function toFile({ id, name, type, size }: FileFacts): ViewFile {
  return { id, name, type, size }
}

function toMessage({ id, at, author, kind, language, body, answer, files }: Message): ViewMessage {
  return { id, at, by: author === 'complainant' ? 'you' : 'officer', language, kind, body, answer, files: files.map(toFile) }
}

/** The answer that stands: a reopened report has none until the next one. */
async function findAnswer(
  ctx: Context,
  { ticket, history }: Dossier,
  messages: readonly ViewMessage[],
  timeZone: string,
): Promise<ReportView['answer']> {
  const answer = ticket.standing.answeredAt === null ? undefined : messages.findLast(({ kind }) => kind === 'answer')
  if (answer === undefined) return null
  return {
    ...answer,
    outcome: ticket.standing.outcome,
    right: await loadRight(ctx, ticket, { at: answer.at, messageId: answer.id }, { history, timeZone }),
  }
}

/** Asked for only where its history tells of another body: few reports ever go to one. */
async function findHop(ctx: Context, { ticket, history }: Dossier): Promise<ReportView['hop']> {
  if (!history.some(({ event }) => event.type === 'ticket.transfer_proposed')) return null
  const hop = (await showHops(ctx, ticket.id))[0]
  const { state } = ticket.standing
  if (hop === undefined || !(isOpen(state) || state === 'transferred')) return null
  const { body, contact, reference } = hop
  return hop.state === 'asked' || hop.state === 'sent' || hop.state === 'acknowledged'
    ? { kind: hop.state, body, contact, reference }
    : null
}

/** Asked for only where its history tells of a split. */
async function findRelatives(ctx: Context, { ticket, history }: Dossier): Promise<Pick<ReportView, 'relatives' | 'home'>> {
  if (!history.some(({ event }) => event.type === 'ticket.split_off' || event.type === 'ticket.split_from'))
    return { relatives: [], home: null }
  const relatives = (await findOwnRelatives(ctx, ticket.id)).map(({ ticketId: _, ...shown }) => shown)
  return {
    relatives: relatives.filter(({ rejoined }) => !rejoined),
    home: relatives.find(({ role, rejoined }) => role === 'whole' && rejoined) ?? null,
  }
}

function composeOwnWords({ ticket, text, categoryName, files }: Dossier): OwnWords {
  const { kind, title, body, wish, happenedOn, happenedAt, relation } = text
  const ownFiles = files.filter(({ messageId }) => messageId === null)
  return {
    language: ticket.language,
    kind,
    category: categoryName,
    title,
    body,
    wish,
    happenedOn,
    happenedAt,
    relation,
    files: ownFiles.map(toFile),
  }
}

function composePromises(
  { ticket, history }: Dossier,
  clocks: readonly StoredClock[],
  now: Date,
  calendar: OfficeCalendar,
): ReportView['promises'] {
  const facts = history.map(({ event, at }) => ({ type: event.type, at }))
  const shown = showPromises(clocks, facts, now, !awaitsAnswer(ticket.standing.state))
  return shown.map((promise) => ({ ...promise, urgency: urgency(promise.dueAt, now, calendar) }))
}

function decideRights({ state }: LoadedTicket['standing'], rating: Rating | null): Omit<ReportView['may'], 'renewCode'> {
  return { write: state !== 'withdrawn', withdraw: mayWithdraw(state), rate: mayRate(state, rating !== null) }
}

/** Everything the complainant's page shows; null when the report is not to be seen by this actor. */
export async function showReport(ctx: Context, ticketId: string, sessionHash: Buffer | null): Promise<ReportView | null> {
  // Known by the id alone, so asked for together: one way to the database and back.
  const asked = loadDossier(ctx.tx, ticketId)
  const [dossier, thread, clocks, accesses, { rating, byLink }] = await Promise.all([
    asked,
    loadThread(
      ctx,
      ticketId,
      asked.then((found) => found?.files ?? []),
    ),
    loadClocks(ctx.tx, ticketId),
    readAccesses(ctx.tx, 'ticket', ticketId),
    loadOwnTraces(ctx.tx, ticketId, sessionHash),
  ])
  if (dossier === null) return null
  const { ticket, history } = dossier
  const { state, officeId, answeredAt, resumeState } = ticket.standing
  const office = await loadOffice(ctx.tx, officeId)
  const timeZone = office?.timeZone ?? defaultTimeZone
  const calendar = await loadCalendar(ctx, { timeZone, province: office?.province ?? null })
  const messages = thread.messages.map(toMessage)
  const standing = await loadStanding(ctx, ticket, { history, timeZone })
  const { relatives, home } = await findRelatives(ctx, dossier)
  const rights = decideRights(ticket.standing, rating)
  return {
    number: ticket.number,
    state,
    submittedAt: ticket.submittedAt,
    receivedAt: findEarlierReceipt(clocks, ticket.submittedAt, timeZone),
    timeZone,
    officeName: office?.name ?? '',
    stages: composeStages({ state: await findShownState(ctx, ticketId, state), wasAnswered: answeredAt !== null, resumeState }),
    promises: composePromises(dossier, clocks, ctx.now, calendar),
    timeline: composeTimeline(history),
    own: composeOwnWords(dossier),
    messages,
    answer: await findAnswer(ctx, dossier, messages, timeZone),
    review: standing,
    // What one may go outside with is told where it is handled.
    outside: home === null ? findOutside({ standing, state, dueAt: ticket.standing.dueAt }, ctx.now) : null,
    dueAt: ticket.standing.dueAt,
    hop: await findHop(ctx, dossier),
    together: isOpen(state) && waitsTogether(history),
    relatives,
    home,
    rating,
    asksTreatment: hasEnded(state) && (await hasOpenCheck(ctx.tx, ticketId)),
    accesses: groupAccesses(accesses, timeZone),
    may: { ...rights, write: rights.write && home === null, renewCode: byLink },
    messageKey: ctx.random(16).toString('base64url'),
  }
}
