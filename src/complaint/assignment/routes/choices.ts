import { loadMembers, loadOffices, loadWorkers } from '../../../access/accounts/index.ts'
import { rolesWith } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import { localDate } from '../../deadlines/rules.ts'
import { loadCategories } from '../../record/index.ts'
import { groupCategories } from '../../record/rules.ts'
import type { Choices, Option } from '../pages/views.ts'
import { loadQueues } from '../read.ts'

/** Who handles tickets in one unit. */
export async function listOfficers(ctx: Context, office: { readonly id: string; readonly timeZone: string }): Promise<readonly Option[]> {
  const workers = await loadWorkers(ctx.tx, office.id, localDate(ctx.now, office.timeZone).toString())
  return workers.map(({ id, name }) => ({ value: id, label: name }))
}

async function listCategories(ctx: Context, { words: { locale, t } }: Frame): Promise<Choices['categories']> {
  const categories = await loadCategories(ctx.tx)
  return groupCategories(
    categories.filter(({ active }) => active),
    locale,
    (name) => t('assignment.category.whole', { name }),
  )
}

/** Everything that a rule can name. */
export async function loadChoices(ctx: Context, frame: Frame): Promise<Choices> {
  const offices = (await loadOffices(ctx.tx)).filter(({ active }) => active)
  const nameOf = (id: string): string => offices.find((office) => office.id === id)?.name ?? ''
  const queues = await loadQueues(ctx.tx)
  const handling: readonly string[] = rolesWith('ticket.handle')
  const members = await loadMembers(
    ctx.tx,
    [],
    offices.map(({ id }) => id),
  )
  const officers = new Map(
    members
      .filter(({ active, role }) => active && handling.includes(role))
      .map(({ officerId, name, officeId }) => [officerId, { value: officerId, label: `${name} (${nameOf(officeId)})` }]),
  )
  return {
    offices: offices.map(({ id, name }) => ({ value: id, label: name })),
    categories: await listCategories(ctx, frame),
    officers: [...officers.values()],
    queues: queues.map(({ id, officeId, name }) => ({
      value: id,
      label: `${name} (${nameOf(officeId)})`,
    })),
  }
}
