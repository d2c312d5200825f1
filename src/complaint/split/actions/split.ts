import { loadOffice } from '../../../access/accounts/index.ts'
import { readIdentity } from '../../../access/confidentiality/index.ts'
import { record } from '../../../audit/trail/index.ts'
import { asService, type Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { inheritShield, listKeptUnits } from '../../conduct/index.ts'
import { addNote, requireOfficer } from '../../conversation/index.ts'
import { changeInTime, inheritPauses, loadStart } from '../../deadlines/index.ts'
import { findUnit, type PartOf, type ReportInput, type SubmitProblem, submitReport } from '../../intake/index.ts'
import type { TicketEvent } from '../../record/events.ts'
import { copyFiles, type LoadedTicket, loadById, loadCategory } from '../../record/index.ts'
import { insertPart } from '../store.ts'
import { type Cut, type CutProblem, checkCut, loadWhole, type Whole } from './cut.ts'

const job = 'split'

export type SplitProblem = CutProblem | SubmitProblem | 'ticket_not_found'

/**
 * The unit that handles the part: where a report like it would go, but nowhere that the whole is kept from. Then it stays with whoever has the
 * whole.
 */
async function findPlace(ctx: Context, whole: LoadedTicket, { kind, category: code, officeId }: Cut): Promise<string | null> {
  const category = await loadCategory(ctx.tx, code)
  if (category === null) return null
  const concerned = officeId === null ? null : await loadOffice(ctx.tx, officeId)
  const unit = await findUnit(ctx, { kind, category, concerned })
  return (await listKeptUnits(ctx, whole.id)).includes(unit.id) ? whole.standing.officeId : unit.id
}

type Plan = { readonly ticket: LoadedTicket; readonly all: Whole; readonly cut: Cut }

/** As the whole came in: the same person, the same confidence, the same day. */
async function composeReport(service: Context, { ticket, all: { text }, cut }: Plan, partOf: PartOf): Promise<ReportInput> {
  const { name = '', email = '', phone = '' } = (await readIdentity(service, ticket.id)) ?? {}
  const { anonymous, secret, unidentified, language } = ticket
  const { happenedOn, happenedAt, relation, channel } = text
  return {
    kind: cut.kind,
    category: cut.category,
    officeId: cut.officeId,
    text: cut.text,
    wish: cut.wish,
    happenedOn,
    happenedAt,
    relation,
    anonymous,
    secret,
    unidentified,
    contact: { name, email, phone },
    channel,
    language,
    files: [],
    idempotencyKey: null,
    partOf,
  }
}

/** What hangs on the whole hangs on its part as well: from whom it is kept, what stood still, the files that go with it. */
async function equip(ctx: Context, service: Context, { ticket: whole, cut }: Plan, partId: string): Promise<void> {
  await inheritShield(service, whole.id, partId)
  const part = await loadById(service.tx, partId)
  if (part === null) throw new Error('a part was split off and is not there')
  const files = [...new Set(cut.fileIds)].map((id) => ({ id, newId: ctx.newId() }))
  await copyFiles(service.tx, { fromId: whole.id, toId: partId, files })
  const dueAt = await inheritPauses(service, whole.id, part)
  await insertPart(service.tx, { id: ctx.newId(), ticketId: whole.id, partId, at: ctx.now, officer: requireOfficer(ctx) })
  // In the officer's name, who may not see it any more.
  const from: TicketEvent = { type: 'ticket.split_from', payload: { dueAt: dueAt.toISOString() } }
  await changeInTime<never>(ctx, partId, () => ok([from]))
  const noted = await addNote(ctx, partId, { body: cut.summary })
  if (!noted.ok) throw new Error(`the summary of a part was not kept: ${noted.error}`)
  // In no request of the officer's, whose line names the whole: who reads one of the two in the trail is not led to the other.
  await record({ ...service, requestId: `job:${job}` }, { event: 'split.opened', outcome: 'done', objectType: 'ticket', objectId: partId })
}

/**
 * Gives a part of a ticket a number of its own, for the decision of a verb: a report by the same person with the receipt, the confidence and the
 * shield of the whole, which stays as it is. What alleges something of staff goes where any such report goes, perhaps out of the officer's sight
 * (decision 0024).
 */
export async function splitOff(ctx: Context, whole: LoadedTicket, cut: Cut): Promise<Result<readonly TicketEvent[], SplitProblem>> {
  const all = await loadWhole(ctx, whole.id)
  if (all === null) return err('ticket_not_found')
  const checked = checkCut(cut, all)
  if (!checked.ok) return checked
  const unitId = await findPlace(ctx, whole, cut)
  if (unitId === null) return err('category_unknown')
  const plan = { ticket: whole, all, cut }
  return asService(ctx, job, async (service) => {
    const partOf = { start: await loadStart(service, whole), restricted: whole.standing.restricted, unitId }
    const sent = await submitReport(ctx, await composeReport(service, plan, partOf))
    if (!sent.ok) return sent
    await equip(ctx, service, plan, sent.value.id)
    return ok([{ type: 'ticket.split_off', payload: {} }])
  })
}
