import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, CitizenLayout, PageHeading } from '../../../ui/index.ts'

type Props = { readonly frame: Frame; readonly status: number; readonly code: string; readonly requestId: string }

export function RefusalPage({ frame, status, code, requestId }: Props): VNode {
  const { t, has } = frame.words
  const known = has(`portal.refusal.${code}.title`) ? code : status >= 500 ? 'failed' : 'malformed'
  return (
    <CitizenLayout frame={frame} title={t(`portal.refusal.${known}.title`)} personal>
      <PageHeading lead={t(`portal.refusal.${known}.lead`)}>{t(`portal.refusal.${known}.title`)}</PageHeading>
      <ButtonGroup>
        {frame.officer === null ? null : <Button href="/petugas">{t('portal.refusal.console')}</Button>}
        <Button href="/" variant={frame.officer === null ? 'primary' : 'secondary'}>
          {t('portal.refusal.home')}
        </Button>
        {frame.officer === null ? (
          <Button href="/lacak" variant="secondary">
            {t('portal.refusal.track')}
          </Button>
        ) : null}
      </ButtonGroup>
      {status >= 500 ? <p class="text-muted">{t('portal.refusal.reference', { id: requestId })}</p> : null}
    </CitizenLayout>
  )
}
