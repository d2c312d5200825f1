import type { Context } from '../../../platform/context.ts'
import type { RuleChange } from '../rules.ts'
import { insertVersion } from '../store/rule-pack.ts'

/** Adds a version of a rule. Tickets keep the version of their receipt, so nothing that is promised moves (domain rule 9). */
export async function addRuleVersion(ctx: Context, change: RuleChange): Promise<{ readonly version: number }> {
  return { version: await insertVersion(ctx.tx, change) }
}
