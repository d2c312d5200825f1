import { loadOfficeByCode, type Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import type { Kind } from '../../record/events.ts'
import { centralUnits, type RoutedCategory, routeReport } from '../rules.ts'

type Subject = {
  readonly kind: Kind
  readonly category: RoutedCategory
  /** The office it is about; null when nobody knows. */
  readonly concerned: Office | null
}

/** The unit that handles a report by the rules of routing; where the office concerned is closed by now, the contact unit finds another. */
export async function findUnit(ctx: Context, { kind, category, concerned }: Subject): Promise<Office> {
  const destination = routeReport({ kind, category, concernedOfficeCode: concerned?.code ?? null })
  if (destination === 'concerned' && concerned?.active) return concerned
  const code = centralUnits[destination === 'concerned' ? 'contact' : destination]
  const unit = await loadOfficeByCode(ctx.tx, code)
  if (unit === null) throw new Error(`the central unit ${code} is not in the register`)
  return unit
}
