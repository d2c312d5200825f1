import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, Icon, WarningText } from '../../../ui/index.ts'
import { shieldHref, ticketHref } from '../urls.ts'
import type { TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

/** How the complainant was treated since, and the report that came of it. */
function Watch({ frame, view, watch }: Props & { readonly watch: NonNullable<TicketView['shield']>['watch'] }): VNode | null {
  const { t, date } = frame.words
  const { checks, openedBy } = watch
  if (checks.length === 0 && openedBy === null) return null
  return (
    <>
      <h3 class="mt-3">{t('casework.watch')}</h3>
      <ul class="list-disc space-y-1 ps-6">
        {openedBy === null ? null : (
          <li>
            {t('casework.watch.opened_by', { days: openedBy.days })} <a href={ticketHref(openedBy.id)}>{openedBy.number}</a>
          </li>
        )}
        {checks.map(({ days, askAt, asked, treated, pressed, openedId, openedNumber }) => (
          <li key={`${days} ${askAt.getTime()}`}>
            {t('casework.watch.day', { days, date: date(askAt, view.timeZone) })}{' '}
            {treated === null
              ? t(asked ? 'casework.watch.silent' : 'casework.watch.planned')
              : `${t(`casework.watch.treated.${treated}`)} ${t(`casework.watch.pressed.${pressed ?? 'no'}`)}`}{' '}
            {openedId === null ? null : <a href={ticketHref(openedId)}>{openedNumber}</a>}
          </li>
        ))}
      </ul>
    </>
  )
}

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
      <Watch frame={frame} view={view} watch={shield.watch} />
      <p class="mt-3">
        <a class="inline-flex items-center gap-1.5" href={shieldHref(id)}>
          <Icon name="shield" size="small" /> {t('casework.shield.open')}
        </a>
      </p>
    </Card>
  )
}
