import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card } from '../../../ui/index.ts'
import { causeHref } from '../urls.ts'
import type { TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

/** What was found to lie behind an answered report, or the way to say it. */
export function TicketCause({ frame, view }: Props): VNode | null {
  const { t } = frame.words
  const { cause, id } = view
  if (cause === null) return null
  return (
    <Card title={t('cause.ticket.title')}>
      <p>{cause.found === null ? t('cause.ticket.none') : t(`cause.cause.${cause.found}`)}</p>
      <Button href={causeHref(id)} icon="lightbulb" variant="secondary">
        {t(cause.found === null ? 'cause.ticket.record' : 'cause.ticket.show')}
      </Button>
    </Card>
  )
}
