import type { Context } from '../../../platform/context.ts'
import { defineRoute, json, type Reply, type Route, type RouteRequest, refuse, type Telling } from '../../../platform/http/route.ts'
import { listSeen, listTouched, loadById, loadHistory } from '../../record/index.ts'
import { leavePage, listPresent, startWriting, stayPresent } from '../actions/presence.ts'
import { ticketParams, watchListQuery, watchTicketQuery } from '../forms.ts'
import { findTouched, readPageMoment } from '../rules.ts'
import { paths } from '../urls.ts'
import { loadPlace } from './composing.ts'

type ListRequest = RouteRequest<unknown, { readonly kantor?: string; readonly dari?: string }>

/** How many reports of the unit others have changed since the page was made. */
async function watchList({ frame, query }: ListRequest, ctx: Context): Promise<Reply> {
  const place = await loadPlace(ctx, query.kantor ?? null)
  if (place === null) return refuse(403, 'permission')
  const officeId = place.office.id
  const since = readPageMoment(query.dari, ctx.now)
  const touched = new Set<string>()
  return {
    kind: 'stream',
    watch: {
      concerns: ({ kind, ids }) => kind === 'ticket' && ids.includes(officeId),
      look: async ({ tx, actor }, signals) => {
        const ids = findTouched(signals ?? [], officeId, actor.id)
        const seen = ids.length === 0 ? [] : await listSeen(tx, officeId, ids)
        const missed = signals === null && since !== null ? await listTouched(tx, officeId, { since, exceptId: actor.id }) : []
        for (const id of [...seen, ...missed]) touched.add(id)
        return touched.size === 0 ? [] : [{ place: 'changed', text: frame.words.t('casework.live.list', { count: touched.size }) }]
      },
    },
  }
}

type TicketRequest = RouteRequest<{ readonly id: string }, { readonly versi?: string }>

/** That the report is another than on the page, and who did it. */
async function sayChanged({ frame }: TicketRequest, { tx }: Context, ticketId: string, seenVersion: number): Promise<Telling> {
  const later = (await loadHistory(tx, ticketId)).filter(({ version }) => version > seenVersion)
  const { actorKind, actorName } = later.at(-1) ?? {}
  const { t } = frame.words
  const text =
    actorKind === 'officer' && actorName
      ? t('casework.live.ticket_by', { officer: actorName })
      : t(actorKind === 'keyholder' ? 'casework.live.ticket_by_complainant' : 'casework.live.ticket')
  return { place: 'changed', text }
}

/** "Sari is writing. Rani is reading." */
function sayPresent({ frame }: TicketRequest, present: Awaited<ReturnType<typeof listPresent>>): Telling {
  const say = (key: string, writing: boolean): string[] => {
    const names = present.filter((one) => one.writing === writing).map(({ name }) => name)
    return names.length === 0 ? [] : [frame.words.t(key, { officers: names.join(', '), count: names.length })]
  }
  const text = [...say('casework.presence.writing', true), ...say('casework.presence.reading', false)].join(' ')
  return { place: 'presence', text: text === '' ? null : text }
}

async function watchTicket(request: TicketRequest, ctx: Context): Promise<Reply> {
  const { id } = request.params
  // Without the ticket's id in the trail: a page asks this by itself, and that is no attempt of anybody's.
  const opened = await loadById(ctx.tx, id)
  if (opened === null) return refuse(404, 'not_found')
  const pageId = ctx.newId()
  let isNew = true
  const seenVersion = Number(request.query.versi ?? opened.standing.version) || opened.standing.version
  return {
    kind: 'stream',
    watch: {
      concerns: ({ kind, ids }) => (kind === 'ticket' || kind === 'presence') && ids[0] === id,
      look: async (now) => {
        const ticket = await loadById(now.tx, id)
        if (ticket === null) return null
        const isChanged = ticket.standing.version > seenVersion
        const present = sayPresent(request, await listPresent(now, id))
        return isChanged ? [present, await sayChanged(request, now, id, seenVersion)] : [present]
      },
      pulse: async (now) => {
        await stayPresent(now, id, { id: pageId, isNew })
        isNew = false
      },
      leave: (now) => leavePage(now, id, pageId),
    },
  }
}

/** What open pages are told. Whether the ticket may be seen is asked before each word. */
export const watchRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: paths.watchList,
    audience: 'officer',
    permission: 'inbox.read',
    audit: { event: 'ticket.list_watched', done: false },
    unattended: true,
    query: watchListQuery,
    handler: watchList,
  }),
  defineRoute({
    method: 'GET',
    path: paths.watchTicket,
    audience: 'officer',
    permission: 'ticket.read',
    audit: { event: 'ticket.watched', done: false },
    unattended: true,
    params: ticketParams,
    query: watchTicketQuery,
    handler: watchTicket,
  }),
  defineRoute({
    method: 'POST',
    path: paths.writing,
    audience: 'officer',
    permission: 'ticket.read',
    audit: { event: 'ticket.writing_told', done: false },
    params: ticketParams,
    handler: async ({ params }, ctx) => {
      if ((await loadById(ctx.tx, params.id)) === null) return refuse(404, 'not_found')
      await startWriting(ctx, params.id)
      return json({})
    },
  }),
]
