import type { Context } from '../../../platform/context.ts'
import type { Frame } from '../../../platform/html.ts'
import { loadChecklist } from '../../checklist/index.ts'
import { sayItem } from '../../checklist/rules.ts'
import { listRequestsOf } from '../../contribution/index.ts'
import { listTemplates } from './composing.ts'
import type { Opened } from './opening.ts'

/** What whoever answers should know is not done yet: it warns and stops nothing. */
async function findOpenEnds(ctx: Context, { words }: Frame, { ticket: { id, standing } }: Opened) {
  const [list, requests] = await Promise.all([loadChecklist(ctx.tx, id, standing.category), listRequestsOf(ctx.tx, id)])
  return {
    items: (list?.items ?? []).filter(({ ticked }) => ticked === null).map((item) => sayItem(item, words.locale)),
    requests: requests.filter(({ state }) => state === 'open').length,
  }
}

/** What the form of an answer shows besides what is typed. */
export async function composeAnswerForm(ctx: Context, frame: Frame, opened: Opened) {
  const [templates, openEnds] = await Promise.all([listTemplates(ctx, opened.ticket), findOpenEnds(ctx, frame, opened)])
  return { body: opened.text.body, templates, openEnds }
}
