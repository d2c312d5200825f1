import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  ConsoleLayout,
  ErrorSummary,
  Form,
  PageHeading,
  sayProblems,
  WarningText,
} from '../../../ui/index.ts'
import type { KeyView } from '../rules/views.ts'
import { PresentPasswordField } from './password-fields.tsx'
import { SecretLine } from './secret-line.tsx'

type Props = { readonly frame: Frame; readonly name: string; readonly apiKey: string }

export function ApiKeyPage({ frame, name, apiKey }: Props): VNode {
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={t('accounts.new_key.title')} section="account">
      <PageHeading caption={name}>{t('accounts.new_key.title')}</PageHeading>
      <WarningText frame={frame}>{t('accounts.new_key.once')}</WarningText>
      <SecretLine frame={frame} label={t('accounts.new_key.label')} secret={apiKey} />
      <p>{t('accounts.new_key.use')}</p>
      <p>
        <code class="break-all font-mono" dir="ltr">
          Authorization: Bearer tanggap_…
        </code>
      </p>
      <ButtonGroup>
        <Button href="/petugas/akun">{t('accounts.new_key.done')}</Button>
      </ButtonGroup>
    </ConsoleLayout>
  )
}

type EndProps = { readonly frame: Frame; readonly apiKey: KeyView; readonly codes: Readonly<Record<string, string>> }

export function EndKeyPage({ frame, apiKey, codes }: EndProps): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  return (
    <ConsoleLayout frame={frame} title={t('accounts.end_key.title')} section="account" hasProblems={Object.keys(problems).length > 0}>
      <BackLink frame={frame} href="/petugas/akun" label={t('accounts.account.title')} />
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading caption={apiKey.name} lead={t('accounts.end_key.lead')}>
        {t('accounts.end_key.title')}
      </PageHeading>
      <Form frame={frame} action={`/petugas/akun/kunci/${apiKey.id}/cabut`} reload>
        <PresentPasswordField frame={frame} problems={problems} />
        <ButtonGroup>
          <Button variant="warning">{t('accounts.key.revoke')}</Button>
          <Button href="/petugas/akun" variant="quiet">
            {t('accounts.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </ConsoleLayout>
  )
}
