import { loadOffice } from '../../../access/accounts/index.ts'
import { loadById } from '../../../complaint/record/index.ts'
import { defineRoute, page, type Route, refuse } from '../../../platform/http/route.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { loadOutbox, loadOutboxMail } from '../actions.ts'
import { mailParams, outboxQuery, ticketParams } from '../forms.ts'
import { DeliveriesPage } from '../pages/deliveries-page.tsx'
import { OutboxMailPage, OutboxPage } from '../pages/outbox-page.tsx'
import { listDeliveries, type OutboxKey } from '../read.ts'
import { outboxPageHref, paths } from '../urls.ts'

const pageSize = 25

function readOutboxKey(text: string | undefined): OutboxKey | null {
  const [at, id] = (text ?? '').split('_')
  return at === undefined || id === undefined ? null : { at: new Date(at), id }
}

export const mailRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: paths.deliveries,
    audience: 'officer',
    permission: 'ticket.read',
    audit: { event: 'notification.deliveries_listed', done: true },
    params: ticketParams,
    handler: async ({ frame, params, audit }, ctx) => {
      audit({ objectType: 'ticket', objectId: params.id })
      const ticket = await loadById(ctx.tx, params.id)
      if (ticket === null) return refuse(404, 'not_found')
      const office = await loadOffice(ctx.tx, ticket.standing.officeId)
      const view = {
        number: ticket.number,
        ticketHref: `/petugas/laporan/${ticket.id}`,
        timeZone: office?.timeZone ?? defaultTimeZone,
        deliveries: await listDeliveries(ctx.tx, ticket.id),
        never: ticket.unidentified ? ('unidentified' as const) : ticket.anonymous ? ('anonymous' as const) : null,
      }
      return page(DeliveriesPage({ frame, view }))
    },
  }),
  defineRoute({
    method: 'GET',
    path: paths.outbox,
    audience: 'officer',
    permission: 'outbox.read',
    audit: { event: 'notification.outbox_listed', done: false },
    query: outboxQuery,
    handler: async ({ frame, query }, ctx) => {
      if (ctx.settings.smtpUrl !== null) return page(OutboxPage({ frame, view: null }))
      const after = readOutboxKey(query.dari)
      const { mails, next } = await loadOutbox(ctx, after, pageSize)
      const view = { items: mails, firstHref: after === null ? null : paths.outbox, nextHref: next === null ? null : outboxPageHref(next) }
      return page(OutboxPage({ frame, view }))
    },
  }),
  defineRoute({
    method: 'GET',
    path: paths.outboxMail,
    audience: 'officer',
    permission: 'outbox.read',
    audit: { event: 'notification.outbox_mail_opened', done: true },
    params: mailParams,
    handler: async ({ frame, params, audit }, ctx) => {
      audit({ objectType: 'mail', objectId: params.mailId })
      const mail = ctx.settings.smtpUrl === null ? await loadOutboxMail(ctx, params.mailId) : null
      return mail === null ? refuse(404, 'not_found') : page(OutboxMailPage({ frame, mail }))
    },
  }),
]
