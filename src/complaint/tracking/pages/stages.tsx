import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { StageTracker } from '../../../ui/index.ts'
import type { StageStep } from '../rules.ts'

/** The way of a report. */
export function Stages({ frame, stages }: { readonly frame: Frame; readonly stages: readonly StageStep[] }): VNode {
  const { t } = frame.words
  const shown = stages.map(({ stage, state }) => ({ label: t(`record.stage.${stage}`), state }))
  return <StageTracker frame={frame} stages={shown} />
}
