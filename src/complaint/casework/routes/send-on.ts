import type { Static } from 'typebox'
import { type Route, redirect } from '../../../platform/http/route.ts'
import { confidenceOf, listBodies, showHops } from '../../scope/index.ts'
import { sendOn, suggestMessage } from '../actions/send-on.ts'
import { sendOnForm } from '../forms.ts'
import { SendOnPage } from '../pages/send-on-page.tsx'
import { ticketHref } from '../urls.ts'
import { defineDeed } from './deed.ts'

/** Proposing to send a report on to another body. What follows is recorded at the hand-over's own page. */
export const sendOnRoutes: readonly Route[] = defineDeed<Static<typeof sendOnForm>>({
  verb: 'send_on',
  event: 'scope.proposed',
  form: sendOnForm,
  page: async (props, { ticket }, ctx) => {
    const [bodies, hops] = await Promise.all([listBodies(ctx), showHops(ctx, ticket.id)])
    return SendOnPage({
      ...props,
      bodies,
      underWay: hops[0] ?? null,
      confidence: confidenceOf(ticket),
    })
  },
  act: (ctx, ticketId, { body, share, consent, basis, basisWords = '', ...form }) =>
    sendOn(ctx, { ...form, ticketId, bodyId: body, shares: share, asks: consent === 'ask', basis: basis ?? null, basisWords }),
  fields: {
    body_unknown: 'body',
    hop_under_way: 'body',
    words_missing: 'words',
    message_missing: 'message',
    message_empty: 'message',
    message_too_long: 'message',
    message_asks: 'message',
    share_missing: 'share',
    share_not_allowed: 'share',
    basis_missing: 'basis',
    basis_words_missing: 'basisWords',
  },
  initial: ({ ticket }, { words }, ctx) => ({
    words: words.t('scope.words.suggested'),
    message: suggestMessage(ctx, ticket.language),
    share: 'text',
    consent: 'ask',
  }),
  done: ({ id }) => redirect(ticketHref(id), { notice: 'casework.done.send_on' }),
})
