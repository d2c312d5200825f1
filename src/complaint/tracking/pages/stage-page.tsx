import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, ButtonGroup, Card, CitizenLayout, PageHeading } from '../../../ui/index.ts'
import type { PublicStage } from '../../record/rules.ts'
import { composePublicStages } from '../rules.ts'
import { urls } from '../urls.ts'
import { Stages } from './stages.tsx'

export type StageProps = { readonly frame: Frame; readonly number: string; readonly stage: PublicStage }

/** What the ticket number alone shows: the stage in words, and nothing that tells a real number from an invented one. */
export function StagePage({ frame, number, stage }: StageProps): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout
      frame={frame}
      title={t('tracking.stage.title', { number })}
      before={<BackLink frame={frame} href={urls.enter} />}
      personal
    >
      <PageHeading lead={t(`tracking.stage.about.${stage}`)}>{t('tracking.stage.title', { number })}</PageHeading>
      <Card title={t('tracking.stage.now')}>
        <Stages frame={frame} stages={composePublicStages(stage)} />
      </Card>
      <p class="text-muted">{t('tracking.stage.limits')}</p>
      <ButtonGroup>
        <Button href={`${urls.enter}?nomor=${number}`} icon="key-round">
          {t('tracking.stage.open')}
        </Button>
        <Button href={urls.enter} variant="quiet">
          {t('tracking.stage.another')}
        </Button>
      </ButtonGroup>
    </CitizenLayout>
  )
}
