import type { Context } from '../../../platform/context.ts'
import { readText, readTexts } from '../../../platform/http/input.ts'
import { page, type Reply } from '../../../platform/http/route.ts'
import { fillFor } from '../../templates/index.ts'
import { addBelow, answerParts } from '../../templates/rules.ts'
import { AnswerPage } from '../pages/talk-pages.tsx'
import { composeAnswerForm } from './answer-form.ts'
import { composeDeed, type DeedRequest, openForDeed } from './deed.ts'

/** The form again, with a template below what was typed. One that does not fit, or none, changes nothing. */
export async function putTemplateIn(request: DeedRequest, ctx: Context): Promise<Reply> {
  const opened = await openForDeed(request, ctx, 'answer')
  if (!opened.ok) return opened.error
  const { ticket } = opened.value
  const chosen = readText(request.raw, 'template')
  request.audit({ details: { template: chosen } })
  const filled = await fillFor(ctx, ticket, chosen)
  const before = readTexts(request.raw)
  const added = answerParts.map((part) => [part, addBelow(before[part] ?? '', filled?.[part] ?? '')] as const)
  const typed = { ...before, ...Object.fromEntries(added) }
  const props = await composeDeed(request, ctx, opened.value, { verb: 'answer', typed, problems: {}, sinceVersion: null })
  return page(AnswerPage({ ...props, ...(await composeAnswerForm(ctx, props.frame, opened.value)), draft: null }))
}
