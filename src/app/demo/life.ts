import { type Colleague, loadColleagues, loadOfficeByCode } from '../../access/accounts/index.ts'
import { composeKeyholder, composeOfficer } from '../../access/accounts/rules.ts'
import { record } from '../../audit/trail/index.ts'
import { addNote, answerTicket, askComplainant, writeAsComplainant } from '../../complaint/conversation/index.ts'
import { changeInTime } from '../../complaint/deadlines/index.ts'
import type { OfficeCalendar } from '../../complaint/deadlines/rules.ts'
import type { TicketEvent } from '../../complaint/record/events.ts'
import { type LoadedTicket, loadById } from '../../complaint/record/index.ts'
import { askForReview, assignReviewer, listReviewers } from '../../complaint/review/index.ts'
import { rateAnswer } from '../../complaint/tracking/index.ts'
import { type Actor, type Context, createSystemActor } from '../../platform/context.ts'
import { ok, type Result } from '../../platform/result.ts'
import { moveToOpenHours, moveToWakingHours } from './hours.ts'
import type { PlannedTicket, Step } from './plan.ts'

/** Does something at a moment of the past, as somebody, in a transaction of its own. */
export type At = <T>(actor: Actor, moment: Date, work: (ctx: Context) => Promise<T>) => Promise<T>

export type Scene = { readonly at: At; readonly ticketId: string; readonly planned: PlannedTicket; readonly staff: Staff }

/** Who handles at a unit in the demo; null where the demo has nobody. */
export type Staff = (officeId: string, turn: number) => Actor | null

export function composeStaff(byOffice: ReadonlyMap<string, readonly Colleague[]>): Staff {
  return (officeId, turn) => {
    const handlers = byOffice.get(officeId) ?? []
    const chosen = handlers[turn % Math.max(1, handlers.length)]
    if (!chosen) return null
    // The demo's handlers act with a supervisor's sight, so that restricted tickets have lives too.
    return composeOfficer({
      id: chosen.id,
      name: chosen.name,
      assignments: [
        { role: 'handler', officeId },
        { role: 'manager', officeId },
      ],
    })
  }
}

export async function loadStaff(ctx: Context, officeIds: readonly string[]): Promise<Staff> {
  const byOffice = new Map<string, readonly Colleague[]>()
  for (const id of officeIds) byOffice.set(id, await loadColleagues(ctx.tx, id))
  return composeStaff(byOffice)
}

function change(
  ctx: Context,
  ticketId: string,
  decide: (ticket: LoadedTicket) => readonly TicketEvent[],
): Promise<Result<unknown, string>> {
  return changeInTime<never>(ctx, ticketId, (ticket) => ok(decide(ticket)))
}

const wordsOf = {
  id: {
    note: 'Sudah ditelusuri ke seksi terkait, menunggu rekaman dan jadwal petugas.',
    moved: 'Kejadian berada di wilayah kantor tujuan.',
    archive: 'Isi laporan tidak dapat ditindaklanjuti dalam bentuk ini; pelapor sudah diberi tahu.',
    outside: 'Dinas Kependudukan dan Pencatatan Sipil',
    partner: 'BP3MI',
    ask: 'Kapan kejadiannya, dan di loket berapa?',
    review: 'Jawaban tidak menyebut tanggal kapan paspor selesai. Mohon dilihat oleh orang lain.',
    noRemedy: 'Tidak ada yang perlu diganti, karena Anda tidak menanggung biaya.',
  },
  en: {
    note: 'Asked the section concerned; waiting for the recording and the roster.',
    moved: 'It happened in the area of the other office.',
    archive: 'Cannot be acted on in this form; the complainant has been told.',
    outside: 'Civil registry office',
    partner: 'BP3MI',
    ask: 'When was that, and at which counter?',
    review: 'The answer does not say when it will be ready. Please let somebody else look at it.',
    noRemedy: 'There is nothing to make good, since it cost you nothing.',
  },
} as const

async function move(ctx: Context, { ticketId, planned }: Scene): Promise<Result<unknown, string>> {
  const target = await loadOfficeByCode(ctx.tx, 'KANIM-TANGERANG')
  return change(ctx, ticketId, ({ standing }) =>
    target === null || standing.officeId === target.id
      ? []
      : [
          {
            type: 'ticket.office_changed',
            payload: {
              fromOfficeId: standing.officeId,
              toOfficeId: target.id,
              toOfficeName: target.name,
              words: wordsOf[planned.language].moved,
            },
          },
        ],
  )
}

function take(ctx: Context, ticketId: string, actor: Actor): Promise<Result<unknown, string>> {
  return change(ctx, ticketId, ({ standing }) => {
    const assigned: TicketEvent = {
      type: 'ticket.assigned',
      payload: { officerId: actor.id ?? '', officerName: actor.name ?? '', by: 'self' },
    }
    return standing.state === 'submitted' ? [{ type: 'ticket.checking_started', payload: {} }, assigned] : [assigned]
  })
}

async function play(ctx: Context, scene: Scene, step: Step, actor: Actor): Promise<Result<unknown, string>> {
  const { ticketId, planned } = scene
  const { scenario } = planned
  const words = wordsOf[planned.language]
  switch (step.verb) {
    case 'check':
      return change(ctx, ticketId, ({ standing }) =>
        standing.state === 'submitted' ? [{ type: 'ticket.checking_started', payload: {} }] : [],
      )
    case 'take':
      return take(ctx, ticketId, actor)
    case 'investigate':
      return change(ctx, ticketId, ({ standing }) =>
        standing.state === 'assigned' ? [{ type: 'ticket.investigation_started', payload: {} }] : [],
      )
    case 'ask':
      return askComplainant(ctx, ticketId, { body: scenario.question || words.ask })
    case 'reply':
      return writeAsComplainant(ctx, ticketId, { body: scenario.reply || '…' })
    case 'note':
      return addNote(ctx, ticketId, { body: words.note })
    case 'answer':
      return answerTicket(ctx, ticketId, {
        finding: scenario.finding,
        action: scenario.action,
        remedy: scenario.remedy || words.noRemedy,
        nextStep: scenario.next,
        outcome: step.outcome,
      })
    case 'rate':
      return rateAnswer(ctx, ticketId, { solved: step.solved, treated: step.treated, words: step.words })
    case 'archive':
      return change(ctx, ticketId, () => [{ type: 'ticket.archived', payload: { reason: step.reason, words: words.archive } }])
    case 'withdraw':
      return change(ctx, ticketId, () => [{ type: 'ticket.withdrawn', payload: { words: '' } }])
    case 'merge':
      return change(ctx, ticketId, () => [{ type: 'ticket.merged', payload: {} }])
    case 'refer':
      return change(ctx, ticketId, () => [{ type: 'ticket.referred', payload: { to: words.partner, words: '' } }])
    case 'transfer':
      return change(ctx, ticketId, () => [{ type: 'ticket.transferred', payload: { to: words.outside, words: '' } }])
    case 'review':
      return askForReview(ctx, ticketId, words.review)
    case 'move':
      return move(ctx, scene)
  }
}

const byOfficer: ReadonlySet<Step['verb']> = new Set(['take', 'ask', 'note', 'answer'])
const byComplainant: ReadonlySet<Step['verb']> = new Set(['reply', 'rate', 'withdraw', 'review'])

/** Who looks a second time, with the ticket in their hand; nobody where the demo has no one who fits. */
async function findReviewer(scene: Scene, moment: Date): Promise<Actor> {
  const { at, ticketId } = scene
  const service = createSystemActor('demo')
  const found = await at(service, moment, async (ctx) => {
    const ticket = await loadById(ctx.tx, ticketId)
    const reviewer = ticket && (await listReviewers(ctx, ticket)).find(({ unfit }) => unfit === null)
    return ticket && reviewer ? { reviewer, officeId: ticket.standing.officeId } : null
  })
  if (found === null) return service
  const { reviewer, officeId } = found
  const actor = composeOfficer({ id: reviewer.id, name: reviewer.name, assignments: [{ role: 'manager', officeId }] })
  await at(actor, moment, (ctx) => assignReviewer(ctx, ticketId, reviewer.id))
  return actor
}

/** Lives a ticket's planned life as far as the present allows. A step that does not fit ends it where it stands. */
export async function live(
  scene: Scene,
  opened: { readonly officeId: string; readonly submittedAt: Date; readonly now: Date; readonly calendar: OfficeCalendar },
): Promise<void> {
  let moment = opened.submittedAt
  let isReviewed = false
  let officer = scene.staff(opened.officeId, scene.planned.index) ?? createSystemActor('demo')
  for (const { hours, step } of scene.planned.steps) {
    const later = new Date(moment.getTime() + hours * 3_600_000)
    moment = byComplainant.has(step.verb) ? moveToWakingHours(later, opened.calendar) : moveToOpenHours(later, opened.calendar)
    if (moment > opened.now) return
    // What was looked at a second time is answered by somebody else.
    if (step.verb === 'answer' && isReviewed) officer = await findReviewer(scene, moment)
    isReviewed ||= step.verb === 'review'
    // Where the demo has no officers, a report waits for them.
    if (officer.kind !== 'officer' && byOfficer.has(step.verb)) return
    const actor = byComplainant.has(step.verb) ? composeKeyholder(scene.ticketId) : officer
    const done = await scene.at(actor, moment, async (ctx) => {
      // Who works on a report has opened it, and the complainant sees that.
      if (actor.kind === 'officer') await record(ctx, { event: 'ticket.viewed', objectType: 'ticket', objectId: scene.ticketId })
      return play(ctx, scene, step, actor)
    })
    if (!done.ok) return
    // After a move the demo's officer has lost sight of it; the new office sees it as fresh.
    if (step.verb === 'move') return
  }
}
