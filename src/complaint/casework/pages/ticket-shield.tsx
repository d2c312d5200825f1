import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, Icon, WarningText } from '../../../ui/index.ts'
import { shieldHref } from '../urls.ts'
import type { TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

/** From how many this ticket is kept, and whether somebody of them tried; only for those who may know it. */
export function TicketShield({ frame, view }: Props): VNode | null {
  const { t, dateTime } = frame.words
  const { shield, id, timeZone } = view
  if (shield === null) return null
  const { subjects, excluded, attempts, lastAttempt } = shield
  return (
    <Card title={t('casework.shield')}>
      <p>{subjects + excluded === 0 ? t('casework.shield.none') : t('casework.shield.subjects', { count: subjects, excluded })}</p>
      {lastAttempt === null ? null : (
        <WarningText frame={frame}>{t('casework.shield.attempts', { count: attempts, last: dateTime(lastAttempt, timeZone) })}</WarningText>
      )}
      <p class="mt-3">
        <a class="inline-flex items-center gap-1.5" href={shieldHref(id)}>
          <Icon name="shield" size="small" /> {t('casework.shield.open')}
        </a>
      </p>
    </Card>
  )
}
