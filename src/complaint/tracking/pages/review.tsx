import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form } from '../../../ui/index.ts'
import type { ReportView } from '../rules.ts'
import { urls } from '../urls.ts'

type Props = { readonly frame: Frame; readonly view: ReportView }

/** Where one may turn outside, when nothing here is left to wait for. */
export function OutsideCard({ frame, view }: Props): VNode | null {
  const { t } = frame.words
  if (view.outside === null) return null
  return (
    <Card title={t('review.outside.card')} icon="external-link" id="jalan-lain">
      <p>{t(`review.outside.reason.${view.outside}`)}</p>
      <Button href={urls.outside} variant="secondary">
        {t('review.outside.card.show')}
      </Button>
    </Card>
  )
}

/** Opened again because it is not solved: what was written then goes along, and one press is enough (acceptance C23). */
function Again({ frame, view }: Props): VNode {
  const { t } = frame.words
  const words = view.messages.findLast(({ by, kind }) => by === 'you' || kind === 'answer')
  return (
    <Form frame={frame} action={urls.review} hidden={{ words: words?.by === 'you' ? words.body : '' }} label={t('review.card.ask')}>
      {words?.by === 'you' && words.body !== '' ? <p>{t('review.card.prefilled')}</p> : null}
      <Button variant="secondary" icon="scale">
        {t('review.card.ask')}
      </Button>
    </Form>
  )
}

/** The right to a second look by somebody else, as long as it can be asked for; and that it is under way. */
export function ReviewCard({ frame, view }: Props): VNode | null {
  const { t, date } = frame.words
  const { review, timeZone } = view
  if (review.kind === 'running')
    return (
      <Card title={t('review.card.running', { office: view.officeName })} icon="scale" id="peninjauan">
        <p>{t('review.card.running.lead', { asked: date(review.askedAt, timeZone), due: date(view.dueAt, timeZone) })}</p>
        {review.words === '' ? null : (
          <p class="whitespace-pre-line break-words" dir="auto">
            {review.words}
          </p>
        )}
      </Card>
    )
  if (review.kind !== 'open') return null
  return (
    <Card title={t('review.card.title')} icon="scale" id="peninjauan">
      <p>{t('review.card.lead', { until: date(review.until, timeZone) })}</p>
      {view.answer === null ? (
        <Again frame={frame} view={view} />
      ) : (
        <Button href={urls.review} variant="secondary" icon="scale">
          {t('review.card.ask')}
        </Button>
      )}
    </Card>
  )
}
