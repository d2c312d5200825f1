import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, StatusTag } from '../../../ui/index.ts'
import { revokeHref, shareHref } from '../urls.ts'
import type { ShareView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

function Line({ frame, view, link, mayShare }: Props & { readonly link: ShareView; readonly mayShare: boolean }): VNode {
  const { t, date, dateTime, locale } = frame.words
  const { bodyName, state, email, createdByName, createdAt, purpose, openings, lastOpenedAt } = link
  const name = bodyName[locale]
  const line = { to: email, by: createdByName, at: date(createdAt, view.timeZone) }
  return (
    <li class="ticket-clock">
      <div>
        <p>
          <strong dir="auto">{name}</strong>{' '}
          <StatusTag tone={state === 'open' ? 'info' : 'neutral'}>
            {t(`share.state.${state}`, { until: date(link.expiresAt, view.timeZone) })}
          </StatusTag>
        </p>
        <p>
          {t(`share.purpose.${purpose}`)}. <span class="text-muted">{t('share.ticket.line', line)}</span>
        </p>
        <p class="text-muted">
          {t('share.ticket.opened', { count: openings, at: lastOpenedAt === null ? '' : dateTime(lastOpenedAt, view.timeZone) })}
        </p>
      </div>
      {state === 'open' && mayShare ? (
        <Form frame={frame} action={revokeHref(view.id, link.id)} label={`${t('share.ticket.revoke')} ${name}`}>
          <Button variant="secondary" size="small" icon="x">
            {t('share.ticket.revoke')}
            <span class="sr-only"> {name}</span>
          </Button>
        </Form>
      ) : null}
    </li>
  )
}

/** With whom of other bodies a part of it is shared. */
export function TicketShares({ frame, view }: Props): VNode | null {
  if (view.shares === null) return null
  const { t } = frame.words
  const { links, mayShare, refusal } = view.shares
  return (
    <Card title={t('share.ticket.title')}>
      {links.length === 0 ? (
        <p>{t('share.ticket.none')}</p>
      ) : (
        <ul class="ticket-clocks">
          {links.map((link) => (
            <Line key={link.id} frame={frame} view={view} link={link} mayShare={mayShare} />
          ))}
        </ul>
      )}
      {mayShare && refusal === null ? (
        <Button href={shareHref(view.id)} icon="external-link" variant="secondary">
          {t('share.ticket.share')}
        </Button>
      ) : null}
      {refusal === null ? null : <p class="text-muted">{`${t('share.refused.title')}: ${t(`share.refused.${refusal}`)}`}</p>}
    </Card>
  )
}
