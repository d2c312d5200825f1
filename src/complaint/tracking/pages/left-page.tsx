import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, CitizenLayout, PageHeading } from '../../../ui/index.ts'
import { urls } from '../urls.ts'

/** After signing out: nothing of the report is left in this browser. */
export function LeftPage({ frame }: { readonly frame: Frame }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('tracking.left.title')} personal>
      <PageHeading lead={t('tracking.left.lead')}>{t('tracking.left.title')}</PageHeading>
      <ButtonGroup>
        <Button href="/">{t('tracking.left.home')}</Button>
        <Button href={urls.enter} variant="secondary">
          {t('tracking.left.again')}
        </Button>
      </ButtonGroup>
    </CitizenLayout>
  )
}
