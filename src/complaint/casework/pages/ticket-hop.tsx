import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, NoticeBanner } from '../../../ui/index.ts'
import { hopHref } from '../urls.ts'
import type { TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

/** Where the report stands between this service and another body, and what is to be done about it. */
export function TicketHop({ frame, view }: Props): VNode | null {
  const { t, date, locale } = frame.words
  const { hop, timeZone, id } = view
  if (hop === null) return null
  const { state, body, at, acknowledgeBy, late } = hop
  const name = late ? 'late' : state
  const values = { body: body[locale], at: date(at, timeZone), by: acknowledgeBy === null ? '' : date(acknowledgeBy, timeZone) }
  return (
    <NoticeBanner
      frame={frame}
      id="hop"
      tone={name === 'late' || name === 'refused' ? 'warning' : 'info'}
      title={t(`scope.now.${name}`, values)}
    >
      <p>{t(`scope.now.${name}.next`, values)}</p>
      <p class="mt-3">
        <Button href={hopHref(id)} icon="send" variant="secondary">
          {t('scope.open')}
        </Button>
      </p>
    </NoticeBanner>
  )
}
