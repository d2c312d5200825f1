import type { Office } from '../../access/accounts/index.ts'
import { finishAction, listOpenActions, proposeRepeats, recordCause } from '../../complaint/cause/index.ts'
import { listTickets } from '../../complaint/record/index.ts'
import { createSystemActor } from '../../platform/context.ts'
import type { At, Staff } from './life.ts'

const day = 86_400_000
const shownUnit = 'KANIM-JAKARTA-SELATAN'

/** What the shown unit changes: one thing that is late, one that is said to be done and waits for somebody to look. */
const planned = [
  { daysAgo: 25, words: 'Papan antrean di loket 3 diganti.', cause: 'facility', days: 14, done: null },
  {
    daysAgo: 12,
    words: 'Pesan penangguhan menyebut berkas yang kurang.',
    cause: 'information',
    days: 30,
    done: 'Pesan baru dipakai sejak Senin.',
  },
] as const

const everything = {
  owed: false,
  categories: null,
  class: null,
  kind: null,
  channel: null,
  assignee: null,
  dueAfter: null,
  dueUntil: null,
  part: null,
} as const

/** Causes and changes of the demo, and what keeps coming in it. */
export async function planChanges(at: At, { offices, staff }: { offices: readonly Office[]; staff: Staff }, now: Date): Promise<void> {
  const unit = offices.find(({ code }) => code === shownUnit)
  const officer = unit ? staff(unit.id, 0) : null
  if (unit !== undefined && officer?.id != null) {
    const ownerId = officer.id
    const filter = { ...everything, officeId: unit.id, states: ['closed', 'answered'] as const }
    const tickets = await at(officer, now, ({ tx }) => listTickets(tx, filter, { order: 'oldest', at: null, limit: planned.length }))
    for (const [place, { daysAgo, words, cause, days }] of planned.entries()) {
      const ticket = tickets[place]
      const action = { words, ownerId, days }
      if (ticket !== undefined)
        await at(officer, new Date(now.getTime() - daysAgo * day), (ctx) => recordCause(ctx, ticket.id, { cause, words: '', action }))
    }
    const open = await at(officer, now, (ctx) => listOpenActions(ctx.tx))
    for (const { words, done } of planned) {
      const id = done === null ? undefined : open.find((action) => action.words === words)?.id
      if (id !== undefined && done !== null) await at(officer, new Date(now.getTime() - day), (ctx) => finishAction(ctx, id, done))
    }
  }
  await at(createSystemActor('demo'), now, proposeRepeats)
}
