import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, CitizenLayout, ErrorSummary, Form, PageHeading, SummaryList, sayProblems } from '../../../ui/index.ts'
import { NewPasswordFields, PasswordRules } from './password-fields.tsx'

type Props = {
  readonly frame: Frame
  readonly token: string
  readonly name: string
  readonly email: string
  readonly administrator: boolean
  readonly codes: Readonly<Record<string, string>>
}

/** Whoever holds the link chooses the password; nobody else ever knows it. */
export function NewPasswordPage({ frame, token, name, email, administrator, codes }: Props): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  return (
    <CitizenLayout frame={frame} title={t('accounts.new_password.title')} hasProblems={Object.keys(problems).length > 0} personal>
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('accounts.new_password.lead')}>{t('accounts.new_password.title')}</PageHeading>
      <SummaryList
        frame={frame}
        rows={[
          { key: t('accounts.name'), value: name },
          { key: t('accounts.email'), value: email },
        ]}
      />
      <PasswordRules frame={frame} administrator={administrator} />
      <Form frame={frame} action={`/petugas/sandi/${token}`} reload>
        <NewPasswordFields frame={frame} problems={problems} />
        <ButtonGroup>
          <Button>{t('accounts.new_password.send')}</Button>
        </ButtonGroup>
      </Form>
    </CitizenLayout>
  )
}
