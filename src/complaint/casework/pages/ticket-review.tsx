import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, NoticeBanner } from '../../../ui/index.ts'
import { reviewHref } from '../urls.ts'
import type { TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

/** That somebody who was not involved looks a second time: what is asked, and who does it. */
export function TicketReview({ frame, view }: Props): VNode | null {
  const { t, dateTime } = frame.words
  const { review, assignee, timeZone, id } = view
  if (review === null) return null
  const reviewer = assignee?.label ?? t('review.asked.nobody')
  return (
    <NoticeBanner frame={frame} id="review" title={t('review.notice.title', { reviewer })}>
      <p>{t('review.notice.open', { asked: dateTime(review.askedAt, timeZone) })}</p>
      {review.words === '' ? null : (
        <p class="message-text" dir="auto">
          {review.words}
        </p>
      )}
      {review.mayAssign ? (
        <Button href={reviewHref(id)} icon="user-check" variant="secondary">
          {t('review.notice.choose')}
        </Button>
      ) : null}
    </NoticeBanner>
  )
}
