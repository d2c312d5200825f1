import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  ButtonGroup,
  CitizenLayout,
  CodePanel,
  ConfirmationPanel,
  PrintButton,
  PrintHeader,
  WarningText,
} from '../../../ui/index.ts'
import { codeMinutes } from '../rules.ts'
import { reportUrl } from '../urls.ts'

type Props = { readonly frame: Frame; readonly number: string; readonly accessCode: string }

/** The report that was opened by an answer: its number and its own code, for this browser and a while only. */
export function OpenedPage({ frame, number, accessCode }: Props): VNode {
  const { t } = frame.words
  const title = t('retaliation.opened.title')
  return (
    <CitizenLayout frame={frame} title={title} personal>
      <PrintHeader frame={frame} title={title} />
      <ConfirmationPanel title={title} numberLabel={t('retaliation.opened.number')} number={number}>
        <p>{t('retaliation.opened.lead')}</p>
      </ConfirmationPanel>
      <CodePanel
        frame={frame}
        label={t('retaliation.opened.code')}
        code={accessCode}
        note={<p>{t('retaliation.opened.note', { minutes: codeMinutes })}</p>}
      />
      <WarningText frame={frame}>{t('retaliation.opened.warning')}</WarningText>
      <p>{t('retaliation.opened.apart')}</p>
      <ButtonGroup>
        <Button href={reportUrl}>{t('retaliation.opened.back')}</Button>
        <PrintButton frame={frame} />
      </ButtonGroup>
    </CitizenLayout>
  )
}
