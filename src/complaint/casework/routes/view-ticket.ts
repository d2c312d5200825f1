import { loadOfficerName } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import { readIdentity } from '../../../access/confidentiality/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import { type Check, loadCheck, loadOwnWords } from '../../answering/index.ts'
import { loadFinding } from '../../cause/index.ts'
import { type Checklist, loadChecklist, mayTick } from '../../checklist/index.ts'
import { sayItem } from '../../checklist/rules.ts'
import { countShield } from '../../conduct/index.ts'
import { loadClocks, loadPauses } from '../../deadlines/index.ts'
import { findEarlierReceipt } from '../../deadlines/rules.ts'
import { loadJoined } from '../../joining/index.ts'
import { listLinks } from '../../linking/index.ts'
import { type HistoryLine, loadHistory } from '../../record/index.ts'
import { isOpen } from '../../record/rules.ts'
import { loadWatch } from '../../retaliation/index.ts'
import { type ShownHop, showHops } from '../../scope/index.ts'
import { isHopLate } from '../../scope/rules.ts'
import type { ChecklistView, CheckView, DraftView, HistoryView, PersonView, TicketView } from '../pages/views.ts'
import { listTemplates, nameWithParent } from './composing.ts'
import { composeHead, type Opened, offerVerbs } from './opening.ts'
import { composeTriage } from './triage.ts'
import { toClock } from './view-clocks.ts'
import { composeOthers } from './view-others.ts'
import { composeTalk, loadAttached } from './view-talk.ts'

/**
 * The history as officers read it. That a part got a number of its own stands in a card of its own, for who sees the part: of one about
 * staff a line alone would tell that there is one.
 */
export function toHistory(lines: readonly HistoryLine[]): readonly HistoryView[] {
  const told = lines.filter(({ event }) => event.type !== 'ticket.split_off')
  return told.map(({ id, at, event, actorName, actorKind }) => ({
    id,
    at,
    event,
    by: actorName,
    byComplainant: actorKind === 'keyholder' || actorKind === 'visitor',
  }))
}

/** What may be known of the person; the database gives officers nothing where the complainant chose to be hidden (acceptance C12). */
async function findPerson(ctx: Context, { ticket }: Opened): Promise<PersonView> {
  if (ticket.unidentified) return { kind: 'unidentified' }
  if (ticket.anonymous) return { kind: 'hidden' }
  const identity = await readIdentity(ctx, ticket.id)
  return identity === null ? { kind: 'unknown' } : { kind: 'known', ...identity }
}

/** Who has it. */
export async function findAssignee(ctx: Context, { ticket }: Opened): Promise<Pick<TicketView, 'assignee' | 'mine'>> {
  const { assigneeId } = ticket.standing
  const name = assigneeId === null ? null : await loadOfficerName(ctx.tx, assigneeId)
  return { assignee: assigneeId === null || name === null ? null : { value: assigneeId, label: name }, mine: assigneeId === ctx.actor.id }
}

function sayLanguage({ words }: Frame, language: string): string {
  const key = `ui.language.${language}`
  return words.has(key) ? words.t(key) : language
}

function composeFacts(frame: Frame, opened: Opened) {
  const { ticket, text, office, offices, categories } = opened
  const { t, has, locale } = frame.words
  const say = (key: string, value: string): string => (has(`${key}.${value}`) ? t(`${key}.${value}`) : value)
  return {
    body: text.body,
    wish: text.wish,
    kind: t(`record.kind.${ticket.kind}`),
    channel: t(`casework.channel.${text.channel}`),
    category: nameWithParent(categories, ticket.standing.category, locale),
    class: ticket.standing.class,
    language: sayLanguage(frame, ticket.language),
    officeName: office.name,
    concernedOfficeName: offices.find(({ id }) => id === text.concernedOfficeId)?.name ?? null,
    anonymous: ticket.anonymous,
    secret: ticket.secret,
    restricted: ticket.standing.restricted,
    submittedAt: ticket.submittedAt,
    happenedOn: text.happenedOn === null ? null : new Date(`${text.happenedOn}T00:00:00Z`),
    happenedAt: text.happenedAt,
    relation: text.relation === null ? null : say('record.relation', text.relation),
  }
}

/** What this officer has to do with a drafted answer. */
function findPart(ctx: Context, { ticket }: Opened, check: Check): CheckView['part'] {
  if (check.authorId === ctx.actor.id) return 'author'
  if (check.state !== 'open' || !mayIn(ctx.actor, 'answer.approve', ticket.standing.officeId)) return 'none'
  return check.opinions.some(({ officerId }) => officerId === ctx.actor.id) ? 'done' : 'checker'
}

/** A drafted answer as its officer sees it. */
export function toCheck(ctx: Context, opened: Opened, check: Check): CheckView {
  const { state, authorName, askedAt, needed, opinions } = check
  const back = opinions.find(({ verdict }) => verdict === 'returned')
  return {
    state: state === 'open' ? 'open' : 'returned',
    author: authorName,
    askedAt,
    needed,
    approved: opinions.filter(({ verdict }) => verdict === 'approved').length,
    part: findPart(ctx, opened, check),
    returned: back === undefined ? null : { officer: back.officerName, reason: back.reason ?? '', words: back.words },
  }
}

/** The officer's own unsent answer, if there is one and it could still be sent. */
export async function composeDraft(ctx: Context, opened: Opened): Promise<DraftView | null> {
  if (!offerVerbs(ctx, opened).has('answer')) return null
  const draft = await loadOwnWords(ctx, opened.ticket.id)
  if (draft === null) return null
  const { savedAt, ...typed } = draft
  return { savedAt, typed }
}

async function composeCheck(ctx: Context, opened: Opened): Promise<CheckView | null> {
  // Who checks a second look does not answer it.
  const looks = offerVerbs(ctx, opened).has('answer') || opened.ticket.standing.state === 'in_review'
  const check = looks ? await loadCheck(ctx, opened.ticket) : null
  return check && toCheck(ctx, opened, check)
}

async function composeShield(ctx: Context, { ticket }: Opened): Promise<TicketView['shield']> {
  if (!mayIn(ctx.actor, 'conduct.name', ticket.standing.officeId)) return null
  const [counts, watch] = await Promise.all([countShield(ctx.tx, ticket.id), loadWatch(ctx.tx, ticket.id)])
  return { ...counts, watch }
}

/** Nothing is asked for a report that is not answered yet. */
async function findCause(ctx: Context, { ticket }: Opened): Promise<TicketView['cause']> {
  const { state, officeId } = ticket.standing
  if ((state !== 'answered' && state !== 'closed') || !mayIn(ctx.actor, 'cause.record', officeId)) return null
  return { found: (await loadFinding(ctx.tx, ticket.id))?.cause ?? null }
}

function findReview(ctx: Context, { ticket }: Opened, history: readonly HistoryLine[]): TicketView['review'] {
  const { state, officeId } = ticket.standing
  const asked = history.findLast(({ event }) => event.type === 'ticket.review_opened')
  if (state !== 'in_review' || asked?.event.type !== 'ticket.review_opened') return null
  return { askedAt: asked.at, words: asked.event.payload.words, mayAssign: mayIn(ctx.actor, 'ticket.review', officeId) }
}

/** The hand-over that the ticket's page tells of: one that goes on, or that came back while the report is open. */
function findHop(ctx: Context, { ticket }: Opened, hop: ShownHop | undefined): TicketView['hop'] {
  const { state: stands } = ticket.standing
  if (hop === undefined || hop.state === 'cancelled' || !(isOpen(stands) || stands === 'transferred')) return null
  const { state, body, acknowledgeBy } = hop
  const at = hop.returnedAt ?? hop.acknowledgedAt ?? hop.sentAt ?? hop.decidedAt ?? hop.proposedAt
  return { state, body, at, acknowledgeBy, late: isHopLate(hop, ctx.now) }
}

/** How it came to whom has it, as the history tells. */
function findPlacement({ ticket }: Opened, history: readonly HistoryLine[]): Pick<TicketView, 'byRule' | 'queue'> {
  const given = history.findLast(({ event }) => event.type === 'ticket.assigned')?.event
  const queued = history.findLast(({ event }) => event.type === 'ticket.queued')?.event
  const { assigneeId, queueId } = ticket.standing
  return {
    byRule: given?.type === 'ticket.assigned' && given.payload.officerId === assigneeId ? (given.payload.rule ?? null) : null,
    queue: queued?.type === 'ticket.queued' && queued.payload.queueId === queueId ? queued.payload.queueName : null,
  }
}

function viewChecklist(ctx: Context, { words }: Frame, { ticket }: Opened, list: Checklist): ChecklistView {
  return { ...list, mayTick: mayTick(ctx, ticket), items: list.items.map((item) => ({ ...item, words: sayItem(item, words.locale) })) }
}

/** What many capabilities keep beside a ticket, mostly nothing: asked for as one. */
async function composeAsides(ctx: Context, opened: Opened) {
  const { ticket } = opened
  const { id } = ticket
  const [attached, pauses, assigned, shield, joined, links, draft, check, cause, others, hops, templates, checklist] = await Promise.all([
    loadAttached(ctx, id),
    loadPauses(ctx.tx, id),
    findAssignee(ctx, opened),
    composeShield(ctx, opened),
    loadJoined(ctx, id),
    listLinks(ctx.tx, id),
    composeDraft(ctx, opened),
    composeCheck(ctx, opened),
    findCause(ctx, opened),
    composeOthers(ctx, opened),
    showHops(ctx, id),
    offerVerbs(ctx, opened).has('answer') ? listTemplates(ctx, ticket) : [],
    loadChecklist(ctx.tx, id, ticket.standing.category),
  ])
  return { ...attached, assigned, others, pauses, shield, joined, links, draft, check, cause, hops, templates, checklist }
}

/** Everything about one ticket that its page shows. */
export async function composeTicket(ctx: Context, frame: Frame, opened: Opened, listQuery: string): Promise<TicketView> {
  const { id } = opened.ticket
  const aside = ctx.tx.together((tx) => composeAsides({ ...ctx, tx }, opened))
  const [history, clocks, talk, person, asides] = await Promise.all([
    loadHistory(ctx.tx, id),
    loadClocks(ctx.tx, id),
    composeTalk(ctx, id, aside),
    findPerson(ctx, opened),
    aside,
  ])
  const { assigned, others, pauses, shield, joined, links, draft, check, cause, hops, templates, checklist } = asides
  return {
    ...composeHead(ctx, opened, listQuery),
    ...composeFacts(frame, opened),
    receivedAt: findEarlierReceipt(clocks, opened.ticket.submittedAt, opened.office.timeZone),
    ...assigned,
    ...findPlacement(opened, history),
    ...talk,
    person,
    shield,
    joined: {
      ...joined,
      members: joined.members.map((member) => ({ ...member, language: sayLanguage(frame, member.language) })),
    },
    links: links.map((link) => ({ ...link, officeName: opened.offices.find(({ id: one }) => one === link.ticket.officeId)?.name ?? '' })),
    cause,
    ...others,
    checklist: checklist && viewChecklist(ctx, frame, opened, checklist),
    review: findReview(ctx, opened, history),
    hop: findHop(ctx, opened, hops[0]),
    draft,
    templates,
    check,
    triage: composeTriage(ctx, opened, { history, entries: talk.entries }, offerVerbs(ctx, opened)),
    history: toHistory(history),
    clocks: clocks.map((clock) => toClock(ctx, opened, { history, pauses }, clock)),
    verbs: offerVerbs(ctx, opened),
  }
}
