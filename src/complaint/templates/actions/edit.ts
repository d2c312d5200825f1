import type { Context } from '../../../platform/context.ts'
import { err, ok, type Result } from '../../../platform/result.ts'
import { loadCategory } from '../../record/index.ts'
import { mayEdit } from '../policy.ts'
import { checkTemplate, type TemplateProblem } from '../rules.ts'
import { saveTemplate, type Template } from '../store.ts'

export type EditProblem = 'permission' | 'category_unknown' | readonly TemplateProblem[]

/** Keeps a template, new or changed, if everything in it can be filled. `before`: as it was, null for a new one. */
export async function editTemplate(ctx: Context, before: Template | null, template: Template): Promise<Result<null, EditProblem>> {
  if (ctx.actor.id === null || !mayEdit(ctx.actor, template.officeId)) return err('permission')
  if (before !== null && !mayEdit(ctx.actor, before.officeId)) return err('permission')
  if (template.category !== null && (await loadCategory(ctx.tx, template.category)) === null) return err('category_unknown')
  const problems = checkTemplate(template)
  if (problems.length > 0) return err(problems)
  await saveTemplate(ctx.tx, template, { at: ctx.now, officerId: ctx.actor.id })
  return ok(null)
}
