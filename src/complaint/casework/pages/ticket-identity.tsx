import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card } from '../../../ui/index.ts'
import { identityHref, identityRequestHref } from '../urls.ts'
import type { TicketView } from './views.ts'

const icons = { ask: 'key-round', wait: 'clock', open: 'eye', decide: 'key-round' } as const

/** What can be done about the identity of an anonymous complainant; never the identity itself. */
export function TicketIdentity({ frame, view }: { readonly frame: Frame; readonly view: TicketView }): VNode | null {
  const { t, dateTime } = frame.words
  if (view.identity === null) return null
  const { kind, by, until } = view.identity
  return (
    <Card title={t('identity-opening.card.title')}>
      <p>{t(`identity-opening.card.${kind}`, { by, until: until === null ? '' : dateTime(until, view.timeZone) })}</p>
      <Button href={kind === 'open' ? identityHref(view.id) : identityRequestHref(view.id)} icon={icons[kind]} variant="secondary">
        {t(`identity-opening.card.${kind}.link`)}
      </Button>
    </Card>
  )
}
