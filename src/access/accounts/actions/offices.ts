import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import type { Office } from '../rules/views.ts'
import { insertOffice, loadOffice, updateOffice } from '../store/offices.ts'
import type { Change } from './officers.ts'

export type OfficeInput = Omit<Office, 'id' | 'code' | 'type'>

/** Adds a unit. The code is ours, stays, and is never given to another unit. */
export async function addOffice(ctx: Context, input: Omit<Office, 'id'>): Promise<Result<Office, 'code_taken'>> {
  const office: Office = { ...input, id: ctx.newId() }
  return (await insertOffice(ctx.tx, { ...office, source: 'administrator' })) ? ok(office) : err('code_taken')
}

function factsOf(office: OfficeInput): OfficeInput {
  const { name, class: rank, city, province, timeZone, active, selectable, parentId } = office
  return { name, class: rank, city, province, timeZone, active, selectable, parentId }
}

/** Changes what a unit is called and where it lies. A unit that is switched off keeps its tickets and its officers. */
export async function editOffice(ctx: Context, id: string, input: OfficeInput): Promise<Result<Change<OfficeInput>, 'not_found'>> {
  const office = await loadOffice(ctx.tx, id)
  if (office === null) return err('not_found')
  await updateOffice(ctx.tx, { id, ...factsOf(input) })
  return ok({ before: factsOf(office), after: factsOf(input) })
}
