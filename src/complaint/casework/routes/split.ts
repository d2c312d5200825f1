import type { Static } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, type Reply, type Route, redirect } from '../../../platform/http/route.ts'
import type { LoadedTicket } from '../../record/index.ts'
import { listRelatives, loadWhole } from '../../split/index.ts'
import { splitTicket, unsplitTicket } from '../actions/split.ts'
import { splitForm, splitParams } from '../forms.ts'
import type { DeedProps } from '../pages/deed-page.tsx'
import { SplitPage } from '../pages/split-page.tsx'
import { verbPermissions } from '../rules.ts'
import { paths, ticketHref } from '../urls.ts'
import { groupOffices, offerCategories } from './composing.ts'
import { defineDeed } from './deed.ts'
import type { Opened } from './opening.ts'
import { refuseProblem } from './verbs.ts'

async function showPage(props: DeedProps, { ticket, categories, offices }: Opened, ctx: Context) {
  const { t, locale } = props.frame.words
  const whole = await loadWhole(ctx, ticket.id)
  return SplitPage({
    ...props,
    categories: offerCategories(categories, locale, (name) => t('casework.filter.family', { name })),
    offices: groupOffices(offices, t('casework.transfer.central')),
    files: (whole?.files ?? []).map(({ id, name }) => ({ value: id, label: name })),
    wishes: whole !== null && whole.text.wish !== '',
  })
}

/** All that the complainant said, to be cut down. Which category the part has is what the officer is here to say. */
async function suggest({ ticket }: Opened, ctx: Context): Promise<Readonly<Record<string, string>>> {
  const whole = await loadWhole(ctx, ticket.id)
  return {
    text: whole?.said ?? '',
    wish: whole?.text.wish ?? '',
    kind: ticket.kind,
    office: ticket.concernedOfficeId ?? '',
  }
}

/** Where the part went is told to who sees it there, and to nobody else that it is gone from their sight. */
async function sayDone({ id }: LoadedTicket, ctx: Context): Promise<Reply> {
  const isSeen = (await listRelatives(ctx.tx, id)).some(({ role, at }) => role === 'part' && at.getTime() === ctx.now.getTime())
  return redirect(ticketHref(id), { notice: isSeen ? 'casework.done.split' : 'casework.done.split_away' })
}

/** Giving a part of a report a number of its own, and taking it back. */
export const splitRoutes: readonly Route[] = [
  ...defineDeed<Static<typeof splitForm>>({
    verb: 'split',
    event: 'ticket.split',
    form: splitForm,
    page: showPage,
    initial: (opened, _frame, ctx) => suggest(opened, ctx),
    act: (ctx, ticketId, { version, text, wish = '', kind, category, office = null, files, words }) =>
      splitTicket(ctx, { ticketId, version, text, wish, kind, category, officeId: office, fileIds: files, summary: words }),
    fields: {
      words_not_theirs: 'text',
      text_missing: 'text',
      text_too_long: 'text',
      wish_not_theirs: 'wish',
      files_unknown: 'files',
      category_unknown: 'category',
      office_unknown: 'office',
    },
    done: sayDone,
  }),
  defineRoute({
    method: 'POST',
    path: paths.unsplit,
    audience: 'officer',
    permission: verbPermissions.split,
    audit: { event: 'ticket.split_undone', done: true },
    params: splitParams,
    handler: async (request, ctx) => {
      const { id, split } = request.params
      request.audit({ objectType: 'ticket', objectId: id })
      const done = await unsplitTicket(ctx, id, split)
      return done.ok ? redirect(ticketHref(id), { notice: 'casework.done.unsplit' }) : refuseProblem(done.error)
    },
  }),
]
