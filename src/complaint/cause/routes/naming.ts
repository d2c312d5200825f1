import { loadColleagues, loadOffices, type Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { localDate } from '../../deadlines/rules.ts'
import { type Category, loadCategories } from '../../record/index.ts'
import { nameCategory } from '../../record/rules.ts'
import type { ActionView, Option, ProposalView } from '../pages/views.ts'
import type { ActionRow, ProposalRow } from '../read.ts'
import { readStanding } from '../rules.ts'

/** What names units and topics on a page. */
export type Names = { readonly offices: readonly Office[]; readonly categories: readonly Category[] }

export async function loadNames(ctx: Context): Promise<Names> {
  const [offices, categories] = await Promise.all([loadOffices(ctx.tx), loadCategories(ctx.tx)])
  return { offices, categories }
}

function nameTopic({ categories }: Names, code: string, { words }: Frame): string {
  const category = categories.find((each) => each.code === code)
  return category === undefined ? code : nameCategory(category, words.locale)
}

export function zoneOf({ offices }: Names, officeId: string): string {
  return offices.find(({ id }) => id === officeId)?.timeZone ?? defaultTimeZone
}

function nameOffice({ offices }: Names, officeId: string): string {
  return offices.find(({ id }) => id === officeId)?.name ?? ''
}

export function toAction(ctx: Context, frame: Frame, names: Names, row: ActionRow): ActionView {
  const today = localDate(ctx.now, zoneOf(names, row.officeId)).toString()
  return {
    id: row.id,
    words: row.words,
    cause: row.cause,
    office: nameOffice(names, row.officeId),
    category: nameTopic(names, row.category, frame),
    owner: row.ownerName,
    dueOn: new Date(`${row.dueOn}T00:00:00Z`),
    standing: readStanding(row, today),
    mine: row.ownerId === ctx.actor.id,
  }
}

export function toProposal(frame: Frame, names: Names, row: ProposalRow): ProposalView {
  return {
    id: row.id,
    office: nameOffice(names, row.officeId),
    category: nameTopic(names, row.category, frame),
    tickets: row.tickets,
    openedAt: row.openedAt,
    timeZone: zoneOf(names, row.officeId),
  }
}

/** Who of a unit can own an action. */
export async function listOwners(ctx: Context, officeId: string): Promise<readonly Option[]> {
  const colleagues = await loadColleagues(ctx.tx, officeId)
  return colleagues.filter(({ available }) => available).map(({ id, name }) => ({ value: id, label: name }))
}

/** The fields of an action as they were typed; null where none of them was. */
export function readAction(form: { readonly action?: string; readonly owner?: string; readonly days?: string }) {
  const { action = '', owner = '', days = '' } = form
  if (`${action}${owner}${days}` === '') return null
  return { words: action, ownerId: owner, days: days === '' ? null : Number(days) }
}

/** Under which field a problem of an action is shown. */
export const actionFields: Readonly<Record<string, string>> = {
  action_missing: 'action',
  owner_missing: 'owner',
  owner_unavailable: 'owner',
  due_missing: 'days',
}
