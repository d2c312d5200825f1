import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  CitizenLayout,
  CodePanel,
  ErrorSummary,
  Form,
  PageHeading,
  PrintButton,
  type Problems,
  TextField,
} from '../../../ui/index.ts'
import { recoveryUrl, urls } from '../urls.ts'

export type RecoveryProps = { readonly frame: Frame; readonly problems: Problems; readonly number: string; readonly email: string }

/** Asks for the number and the address that was given with the report. */
export function RecoveryPage({ frame, problems, number, email }: RecoveryProps): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout
      frame={frame}
      title={t('tracking.recovery.title')}
      hasProblems={Object.keys(problems).length > 0}
      before={<BackLink frame={frame} href={urls.enter} />}
    >
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('tracking.recovery.lead')}>{t('tracking.recovery.title')}</PageHeading>
      <Form frame={frame} action={urls.recovery}>
        <TextField
          frame={frame}
          problems={problems}
          name="number"
          label={t('tracking.enter.number')}
          hint={t('tracking.enter.number.hint')}
          value={number}
          width="medium"
          autocomplete="off"
          spellcheck={false}
          ltr
        />
        <TextField
          frame={frame}
          problems={problems}
          name="email"
          type="email"
          label={t('tracking.recovery.email')}
          value={email}
          width="medium"
          autocomplete="email"
          spellcheck={false}
          ltr
        />
        <Button icon="mail">{t('tracking.recovery.submit')}</Button>
      </Form>
    </CitizenLayout>
  )
}

/** The same words whether a mail goes out or not. */
export function RecoverySentPage({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('tracking.recovery.sent.title')}>
      <PageHeading lead={t('tracking.recovery.sent.lead')}>{t('tracking.recovery.sent.title')}</PageHeading>
      <p>{t('tracking.recovery.sent.spam')}</p>
      <Button href={urls.enter} variant="secondary">
        {t('tracking.left.again')}
      </Button>
    </CitizenLayout>
  )
}

/** Mail programs open links to look at them; only a person presses the button. */
export function RecoveryConfirmPage({ frame, token }: { readonly frame: Frame; readonly token: string }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('tracking.recovery.confirm.title')} personal>
      <PageHeading lead={t('tracking.recovery.confirm.lead')}>{t('tracking.recovery.confirm.title')}</PageHeading>
      <Form frame={frame} action={recoveryUrl(token)}>
        <Button icon="key-round">{t('tracking.recovery.confirm.submit')}</Button>
      </Form>
    </CitizenLayout>
  )
}

export function RecoveryExpiredPage({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('tracking.recovery.expired.title')} personal>
      <PageHeading lead={t('tracking.recovery.expired.lead')}>{t('tracking.recovery.expired.title')}</PageHeading>
      <Button href={urls.recovery}>{t('tracking.recovery.expired.again')}</Button>
    </CitizenLayout>
  )
}

/** The new code, once. */
export function NewCodePage({ frame, accessCode }: { readonly frame: Frame; readonly accessCode: string }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('tracking.renewal.done.title')} personal>
      <PageHeading>{t('tracking.renewal.done.title')}</PageHeading>
      <CodePanel frame={frame} label={t('tracking.enter.code')} code={accessCode} note={<p>{t('tracking.renewal.done.note')}</p>} />
      <ButtonGroup>
        <Button href={urls.report}>{t('tracking.renewal.done.back')}</Button>
        <PrintButton frame={frame} />
      </ButtonGroup>
    </CitizenLayout>
  )
}
