import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, CitizenLayout, Form, PageHeading } from '../../../ui/index.ts'
import { discardUrl, receiptUrl, stepUrls } from '../urls.ts'

/** Asks before unsent answers are deleted. */
export function DiscardPage({ frame, backHref }: { readonly frame: Frame; readonly backHref: string }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('intake.discard.title')} personal>
      <PageHeading lead={t('intake.discard.lead')}>{t('intake.discard.title')}</PageHeading>
      <Form frame={frame} action={discardUrl}>
        <ButtonGroup>
          <Button variant="warning" icon="trash">
            {t('intake.discard.yes')}
          </Button>
          <Button variant="secondary" href={backHref}>
            {t('intake.discard.no')}
          </Button>
        </ButtonGroup>
      </Form>
    </CitizenLayout>
  )
}

/** Too many from one address in an hour; the answers are kept. */
export function WaitPage({
  frame,
  minutes,
  retryHref,
}: {
  readonly frame: Frame
  readonly minutes: number
  readonly retryHref: string
}): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('intake.wait.title')} personal>
      <PageHeading lead={t('intake.wait.lead', { minutes })}>{t('intake.wait.title')}</PageHeading>
      <p>{t('intake.wait.kept')}</p>
      <ButtonGroup>
        <Button href={retryHref}>{t('intake.wait.back')}</Button>
      </ButtonGroup>
    </CitizenLayout>
  )
}

type SentAlreadyProps = {
  readonly frame: Frame
  readonly number: string
  /** What was typed on the old page; empty where nothing was. */
  readonly words: string
}

/** The report of this page went out from another one. What was typed here is shown, so that it can be sent as a message. */
export function SentAlreadyPage({ frame, number, words }: SentAlreadyProps): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('intake.sent.title')} personal>
      <PageHeading lead={t('intake.sent.lead', { number })}>{t('intake.sent.title')}</PageHeading>
      {words === '' ? null : (
        <section class="panel">
          <h2>{t('intake.sent.words')}</h2>
          <p class="message-text" dir="auto">
            {words}
          </p>
        </section>
      )}
      <p>
        {t('intake.sent.add')} <a href={receiptUrl}>{t('intake.sent.receipt')}</a>
      </p>
      <ButtonGroup>
        <Button href={`/lacak?nomor=${number}`}>{t('intake.sent.track')}</Button>
        <Button href={stepUrls.kind} variant="secondary">
          {t('intake.sent.new')}
        </Button>
      </ButtonGroup>
    </CitizenLayout>
  )
}
