import type { Static } from 'typebox'
import type { Office } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { type Route, redirect } from '../../../platform/http/route.ts'
import { listKeptUnits } from '../../conduct/index.ts'
import { judgeNumbers } from '../../joining/index.ts'
import { extendDeadline } from '../actions/extend.ts'
import { gradeTicket } from '../actions/grade.ts'
import { mergeTickets } from '../actions/merge.ts'
import { archiveTicket, closeTicket } from '../actions/moves.ts'
import { reclassifyTicket } from '../actions/reclassify.ts'
import { transferTicket } from '../actions/transfer.ts'
import { archiveForm, closeForm, extendForm, gradeForm, mergeForm, reclassifyForm, transferForm } from '../forms.ts'
import { ArchivePage, ClosePage, ExtendPage, ReclassifyPage, TransferPage } from '../pages/deed-pages.tsx'
import { GradePage } from '../pages/grade-page.tsx'
import { MergePage } from '../pages/merge-page.tsx'
import type { Severity } from '../rules.ts'
import { findTransferProblem, readPlace, suggestSeverity } from '../rules.ts'
import { paths, ticketHref } from '../urls.ts'
import { groupOffices, offerCategories } from './composing.ts'
import { defineDeed, leave } from './deed.ts'
import type { Opened } from './opening.ts'

/** Where the ticket may go at all: neither to where it is nor to a unit complained of. */
async function listTargets(ctx: Context, { ticket, offices }: Opened): Promise<readonly Office[]> {
  const place = readPlace(ticket)
  const kept = await listKeptUnits(ctx, ticket.id)
  return offices.filter((office) => findTransferProblem(place, office) === null && !kept.includes(office.id))
}

/** What stands in the form at first: what was said before, or what the words speak for. */
function suggestGrade(present: Severity, text: string): Readonly<Record<string, string>> {
  const { severity, signs } = suggestSeverity(text)
  return { severity: present === 'normal' ? severity : present, reasons: signs.map(({ reason }) => reason).join(',') }
}

export const deedRoutes: readonly Route[] = [
  ...defineDeed<Static<typeof closeForm>>({
    verb: 'close',
    event: 'ticket.closed',
    form: closeForm,
    page: (props) => ClosePage(props),
    act: (ctx, ticketId, { reason, words = '', version }) => closeTicket(ctx, { ticketId, version, reason, words }),
    fields: { close_words_missing: 'words', cause_missing: 'reason' },
    done: ({ id }) => redirect(ticketHref(id), { notice: 'casework.done.close' }),
  }),
  ...defineDeed<Static<typeof archiveForm>>({
    verb: 'archive',
    event: 'ticket.archived',
    form: archiveForm,
    page: (props) => ArchivePage(props),
    act: (ctx, ticketId, form) => archiveTicket(ctx, { ticketId, ...form }),
    fields: {},
    done: ({ id }) => redirect(ticketHref(id), { notice: 'casework.done.archive' }),
  }),
  ...defineDeed<Static<typeof extendForm>>({
    verb: 'extend',
    event: 'ticket.deadline_extended',
    form: extendForm,
    page: (props) => ExtendPage(props),
    act: (ctx, ticketId, form) => extendDeadline(ctx, { ticketId, ...form }),
    fields: { not_later: 'days', beyond_longest: 'days', nothing_to_extend: 'days', calendar_year_unknown: 'days' },
    done: ({ id }) => redirect(ticketHref(id), { notice: 'casework.done.extend' }),
  }),
  ...defineDeed<Static<typeof gradeForm>>({
    verb: 'grade',
    event: 'ticket.severity_set',
    form: gradeForm,
    page: (props) => GradePage(props),
    initial: ({ ticket, text }) => suggestGrade(ticket.standing.severity, `${text.title}\n${text.body}`),
    act: (ctx, ticketId, { words = '', ...form }) => gradeTicket(ctx, { ticketId, words, ...form }),
    fields: { reasons_missing: 'reasons' },
    done: ({ id }) => redirect(ticketHref(id), { notice: 'casework.done.grade' }),
  }),
  ...defineDeed<Static<typeof mergeForm>>({
    verb: 'merge',
    event: 'ticket.merged',
    form: mergeForm,
    page: async (props, { ticket }, ctx) => {
      const judged = await judgeNumbers(ctx, ticket, props.typed['numbers'] ?? '')
      return MergePage({
        ...props,
        judged: judged.map(({ given, ticket: found, problem }) => ({ given, title: found?.title ?? null, problem })),
      })
    },
    act: (ctx, ticketId, form) => mergeTickets(ctx, { ticketId, ...form }),
    fields: { numbers_missing: 'numbers', numbers_unfit: 'numbers', numbers_kept: 'numbers' },
    done: ({ id }) => redirect(ticketHref(id), { notice: 'casework.done.merge' }),
  }),
  ...defineDeed<Static<typeof transferForm>>({
    verb: 'transfer',
    event: 'ticket.moved',
    form: transferForm,
    page: async (props, opened, ctx) =>
      TransferPage({ ...props, offices: groupOffices(await listTargets(ctx, opened), props.frame.words.t('casework.transfer.central')) }),
    act: (ctx, ticketId, { office, words, version }) => transferTicket(ctx, { ticketId, version, officeId: office, words }),
    fields: {
      same_office: 'office',
      office_concerned: 'office',
      office_inactive: 'office',
      office_unknown: 'office',
      office_excluded: 'office',
    },
    // The ticket is out of sight now, so its own page would be none.
    done: () => redirect(paths.inbox, { notice: 'casework.done.transfer' }),
  }),
  ...defineDeed<Static<typeof reclassifyForm>>({
    verb: 'reclassify',
    event: 'ticket.reclassified',
    form: reclassifyForm,
    initial: ({ ticket }) => ({ category: ticket.standing.category }),
    page: (props, { categories }) => {
      const { t, locale } = props.frame.words
      return ReclassifyPage({ ...props, categories: offerCategories(categories, locale, (name) => t('casework.filter.family', { name })) })
    },
    act: (ctx, ticketId, form) =>
      reclassifyTicket(ctx, { ticketId, version: form.version, category: form.category, class: form.class ?? null }),
    fields: { category_unknown: 'category', nothing_changed: 'category', office_excluded: 'category' },
    done: (ticket, ctx) =>
      leave(ctx, ticket, {
        seen: 'casework.done.reclassify',
        moved: 'casework.done.reclassify_moved',
        restricted: 'casework.done.reclassify_restricted',
      }),
  }),
]
