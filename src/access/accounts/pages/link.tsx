import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, ConsoleLayout, PageHeading, WarningText } from '../../../ui/index.ts'
import { SecretLine } from './secret-line.tsx'

type Props = {
  readonly frame: Frame
  readonly id: string
  readonly name: string
  readonly link: string
  /** The officer is new; else an old password was taken away. */
  readonly created: boolean
}

export function LinkPage({ frame, id, name, link, created }: Props): VNode {
  const { t } = frame.words
  const title = t(created ? 'accounts.link.created' : 'accounts.link.renewed')
  return (
    <ConsoleLayout frame={frame} title={title} section="officers">
      <PageHeading caption={name}>{title}</PageHeading>
      <p>{t('accounts.link.lead')}</p>
      <SecretLine frame={frame} label={t('accounts.link.label')} secret={link} />
      <WarningText frame={frame}>{t('accounts.link.once')}</WarningText>
      <ButtonGroup>
        <Button href={`/petugas/admin/petugas/${id}`}>{t(created ? 'accounts.link.roles' : 'accounts.link.done')}</Button>
      </ButtonGroup>
    </ConsoleLayout>
  )
}
