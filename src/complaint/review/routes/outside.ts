import type { Static } from 'typebox'
import { loadOffice } from '../../../access/accounts/index.ts'
import type { Context } from '../../../platform/context.ts'
import { readText } from '../../../platform/http/input.ts'
import { defineRoute, type FieldProblems, page, type Reply, type Route, type RouteRequest, refuse } from '../../../platform/http/route.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { sayProblems } from '../../../ui/index.ts'
import { loadRule } from '../../deadlines/index.ts'
import { localDate } from '../../deadlines/rules.ts'
import { loadById, loadText, ownTicket } from '../../record/index.ts'
import { loadStanding } from '../actions/show.ts'
import { outsideForm } from '../forms.ts'
import { OutsidePage } from '../pages/outside-page.tsx'
import { type Advice, advise, findOutside, firstDay, judgeAge } from '../rules.ts'
import { paths } from '../urls.ts'

type Shown = {
  readonly typed: { readonly residence: string; readonly age: string } | null
  readonly advice: Advice | null
  readonly problems: FieldProblems
}

const eventAgeRule = 'ORI-AGE'

/** Answers are read, answered with the ways that fit, and forgotten: nothing is written anywhere. */
async function show(request: RouteRequest, ctx: Context, { typed, advice, problems }: Shown): Promise<Reply> {
  const ticketId = ownTicket(request, ctx)
  const [ticket, text] = await Promise.all([loadById(ctx.tx, ticketId), loadText(ctx.tx, ticketId)])
  if (ticket === null || text === null) return refuse(404, 'not_found')
  const { state, officeId, dueAt } = ticket.standing
  const timeZone = (await loadOffice(ctx.tx, officeId))?.timeZone ?? defaultTimeZone
  const rule = await loadRule(ctx, eventAgeRule, { submittedAt: ticket.submittedAt, timeZone })
  if (rule === null) return refuse(404, 'not_found')
  const today = localDate(ctx.now, timeZone).toString()
  const props = {
    frame: { ...request.frame, path: paths.outside },
    number: ticket.number,
    reason: findOutside({ standing: await loadStanding(ctx, ticket), state, dueAt }, ctx.now),
    since: new Date(`${firstDay(today, rule.max)}T00:00:00Z`),
    typed: typed ?? { residence: '', age: judgeAge(text.happenedOn, today, rule.max) },
    advice,
    problems: sayProblems(request.frame, problems, 'review'),
  }
  return page(OutsidePage(props), { status: Object.keys(problems).length === 0 ? 200 : 422 })
}

const shared = { path: paths.outside, audience: 'keyholder', permission: 'ticket.own' } as const

export const outsideRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    audit: { event: 'review.outside_page', done: false },
    handler: (request, ctx) => show(request, ctx, { typed: null, advice: null, problems: {} }),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    audit: { event: 'review.outside_page', done: false },
    form: outsideForm,
    handler: (request: RouteRequest<unknown, unknown, Static<typeof outsideForm>>, ctx) => {
      const typed = { residence: readText(request.raw, 'residence'), age: readText(request.raw, 'age') }
      if (!request.form.ok) return show(request, ctx, { typed, advice: null, problems: request.form.error })
      return show(request, ctx, { typed, advice: advise(request.form.value), problems: {} })
    },
  }),
]
