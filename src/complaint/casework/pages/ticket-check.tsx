import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, NoticeBanner } from '../../../ui/index.ts'
import { checkHref } from '../urls.ts'
import type { CheckView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

function Returned({ frame, returned }: { readonly frame: Frame; readonly returned: NonNullable<CheckView['returned']> }): VNode {
  const { t } = frame.words
  const { officer, reason, words } = returned
  return (
    <NoticeBanner
      frame={frame}
      tone="warning"
      id="check"
      title={t('casework.check.returned', { reason: t(`casework.check.reason.${reason}`) })}
    >
      <p dir="auto">{t('casework.check.returned.by', { officer, words })}</p>
    </NoticeBanner>
  )
}

/** That an answer waits for others, with the way to check it; or why it came back. */
export function TicketCheck({ frame, view }: Props): VNode | null {
  const { t, dateTime } = frame.words
  const { check, timeZone } = view
  if (check === null) return null
  if (check.returned !== null) return <Returned frame={frame} returned={check.returned} />
  return (
    <NoticeBanner frame={frame} id="check" title={t('casework.check.waits')}>
      <p>
        {t('casework.check.by', { author: check.author, at: dateTime(check.askedAt, timeZone) })} –{' '}
        {t('casework.check.progress', { approved: check.approved, needed: check.needed })}
      </p>
      {check.part === 'author' ? <p>{t('casework.check.own')}</p> : null}
      {check.part === 'done' ? <p>{t('casework.check.done')}</p> : null}
      {check.part === 'checker' ? (
        <Button href={checkHref(view.id)} icon="list-checks">
          {t('casework.check.open')}
        </Button>
      ) : null}
    </NoticeBanner>
  )
}
