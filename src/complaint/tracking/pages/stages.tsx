import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { StageTracker } from '../../../ui/index.ts'
import type { StageStep } from '../rules.ts'

/** The way of a report, with what the step it is at asks of its owner. */
export function Stages({ frame, stages }: { readonly frame: Frame; readonly stages: readonly StageStep[] }): VNode {
  const { t } = frame.words
  const shown = stages.map(({ stage, state, detail }) => ({
    label: t(`record.stage.${stage}`),
    state,
    detail: detail === undefined ? undefined : t(`tracking.stage.detail.${detail}`),
  }))
  return <StageTracker frame={frame} stages={shown} />
}
