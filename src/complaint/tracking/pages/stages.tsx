import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { StageTracker } from '../../../ui/index.ts'
import type { StageStep } from '../rules.ts'

/** The way of a report. To its owner, waiting for the complainant is waiting for "you". */
export function Stages({
  frame,
  stages,
  isOwner,
}: {
  readonly frame: Frame
  readonly stages: readonly StageStep[]
  readonly isOwner: boolean
}): VNode {
  const { t } = frame.words
  const say = (stage: StageStep['stage']) => (isOwner && stage === 'waiting_for_you' ? t('tracking.stage.you') : t(`record.stage.${stage}`))
  return <StageTracker frame={frame} stages={stages.map(({ stage, state }) => ({ label: say(stage), state }))} />
}
