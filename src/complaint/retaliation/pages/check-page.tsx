import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  CitizenLayout,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  RadioGroup,
  TextArea,
} from '../../../ui/index.ts'
import { checkUrl, longestTelling, pressures, treatments } from '../rules.ts'
import { reportUrl } from '../urls.ts'

type Props = { readonly frame: Frame; readonly problems: Problems; readonly typed: Readonly<Record<string, string>> }

/** The two questions some time after a complaint about staff. */
export function CheckPage({ frame, problems, typed }: Props): VNode {
  const { t } = frame.words
  const field = { frame, problems }
  return (
    <CitizenLayout
      frame={frame}
      title={t('retaliation.title')}
      hasProblems={Object.keys(problems).length > 0}
      before={<BackLink frame={frame} href={reportUrl} />}
      personal
    >
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('retaliation.lead')}>{t('retaliation.title')}</PageHeading>
      <Form frame={frame} action={checkUrl} label={t('retaliation.title')}>
        <RadioGroup
          {...field}
          name="treated"
          label={t('retaliation.treated')}
          options={treatments.map((value) => ({ value, label: t(`retaliation.treated.${value}`) }))}
          value={typed['treated']}
        />
        <RadioGroup
          {...field}
          name="pressed"
          label={t('retaliation.pressed')}
          hint={t('retaliation.pressed.hint')}
          options={pressures.map((value) => ({ value, label: t(`retaliation.pressed.${value}`) }))}
          value={typed['pressed']}
        />
        <TextArea
          {...field}
          name="words"
          label={t('retaliation.words')}
          hint={t('retaliation.words.hint')}
          rows={5}
          maxLength={longestTelling}
          value={typed['words'] ?? ''}
          optional
        />
        <InsetText>{t('retaliation.then')}</InsetText>
        <Button icon="send">{t('retaliation.send')}</Button>
      </Form>
    </CitizenLayout>
  )
}
