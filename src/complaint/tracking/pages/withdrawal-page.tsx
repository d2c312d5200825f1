import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  CitizenLayout,
  ErrorSummary,
  Form,
  PageHeading,
  type Problems,
  TextArea,
  WarningText,
} from '../../../ui/index.ts'
import { urls } from '../urls.ts'

export type WithdrawalProps = { readonly frame: Frame; readonly number: string; readonly problems: Problems; readonly words: string }

/** Asks once more before a report is taken back, and says that nobody may force it. */
export function WithdrawalPage({ frame, number, problems, words }: WithdrawalProps): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout
      frame={frame}
      title={t('tracking.withdrawal.title')}
      hasProblems={Object.keys(problems).length > 0}
      before={<BackLink frame={frame} href={urls.report} />}
      personal
    >
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('tracking.withdrawal.lead', { number })}>{t('tracking.withdrawal.title')}</PageHeading>
      <WarningText frame={frame}>{t('tracking.withdrawal.pressure')}</WarningText>
      <Form frame={frame} action={urls.withdrawal}>
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('tracking.withdrawal.words')}
          rows={3}
          maxLength={2000}
          value={words}
          optional
        />
        <ButtonGroup>
          <Button variant="warning">{t('tracking.withdrawal.submit')}</Button>
          <Button variant="secondary" href={urls.report}>
            {t('tracking.withdrawal.keep')}
          </Button>
        </ButtonGroup>
      </Form>
    </CitizenLayout>
  )
}
