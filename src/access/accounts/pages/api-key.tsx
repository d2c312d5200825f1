import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, ConsoleLayout, PageHeading, WarningText } from '../../../ui/index.ts'
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
