import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  CitizenLayout,
  Details,
  ErrorSummary,
  Form,
  NoticeBanner,
  PageHeading,
  type Problems,
  TextField,
} from '../../../ui/index.ts'
import { urls } from '../urls.ts'

export type EnterProps = {
  readonly frame: Frame
  readonly problems: Problems
  /** As it was typed, whether anybody has it or not: apart from it, every failed page is the same to the byte. */
  readonly number: string
  /** `open`: this browser has a report open; `ended`: it had one. */
  readonly session: 'none' | 'open' | 'ended'
}

function SessionNotice({ frame, session }: Pick<EnterProps, 'frame' | 'session'>): VNode | null {
  const { t } = frame.words
  if (session === 'none') return null
  if (session === 'ended')
    return (
      <NoticeBanner frame={frame}>
        <p>{t('tracking.enter.ended')}</p>
      </NoticeBanner>
    )
  return (
    <NoticeBanner frame={frame} title={t('tracking.enter.open')}>
      <p>
        <a href={urls.report}>{t('tracking.enter.continue')}</a>
      </p>
    </NoticeBanner>
  )
}

/** The stage by the number alone, and what to do without a code. Unfolded when its own field has a problem. */
function OtherWays({ frame, problems, number }: Omit<EnterProps, 'session'>): VNode {
  const { t } = frame.words
  return (
    <Details summary={t('tracking.enter.other')} open={problems['nomor'] !== undefined}>
      <div class="stack">
        <Form frame={frame} action={urls.stage} method="get">
          <TextField
            frame={frame}
            problems={problems}
            name="nomor"
            label={t('tracking.enter.number')}
            hint={t('tracking.enter.other.stage')}
            value={number}
            width="medium"
            autocomplete="off"
            spellcheck={false}
            ltr
          />
          <Button variant="secondary">{t('tracking.enter.other.stage.submit')}</Button>
        </Form>
        <p>
          {t('tracking.enter.other.recovery')} <a href={urls.recovery}>{t('tracking.enter.other.recovery.link')}</a>
        </p>
        <p>{t('tracking.enter.other.none')}</p>
      </div>
    </Details>
  )
}

/** Number and code, and what to do without the code. */
export function EnterPage({ frame, problems, number, session }: EnterProps): VNode {
  const { t } = frame.words
  const field = { frame, problems, autocomplete: 'off', spellcheck: false, ltr: true } as const
  return (
    <CitizenLayout frame={frame} title={t('tracking.enter.title')} hasProblems={Object.keys(problems).length > 0}>
      <ErrorSummary frame={frame} problems={problems} />
      <SessionNotice frame={frame} session={session} />
      <PageHeading lead={t('tracking.enter.lead')}>{t('tracking.enter.title')}</PageHeading>
      <Form frame={frame} action={urls.enter}>
        <TextField
          {...field}
          name="number"
          label={t('tracking.enter.number')}
          hint={t('tracking.enter.number.hint')}
          value={number}
          width="medium"
        />
        <TextField {...field} name="accessCode" label={t('tracking.enter.code')} hint={t('tracking.enter.code.hint')} width="medium" />
        <Button icon="arrow-right" iconAtEnd>
          {t('tracking.enter.submit')}
        </Button>
      </Form>
      <OtherWays frame={frame} problems={problems} number={number} />
    </CitizenLayout>
  )
}
