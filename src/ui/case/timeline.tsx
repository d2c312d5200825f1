import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Icon, type IconName } from '../icons/icon.tsx'

export type TimelineEntry = {
  readonly id: string
  readonly title: string
  readonly at: Date
  readonly by?: string | undefined
  readonly icon?: IconName
  readonly children?: ComponentChildren
}

export type TimelineProps = {
  readonly frame: Frame
  readonly entries: readonly TimelineEntry[]
  readonly timeZone?: string
  readonly label?: string
}

/** What happened, in the order given. */
export function Timeline({ frame, entries, timeZone, label }: TimelineProps): VNode {
  return (
    <ol class="timeline" aria-label={label ?? frame.words.t('ui.timeline')}>
      {entries.map(({ id, title, at, by, icon = 'circle-dot', children }) => (
        <li key={id}>
          <span class="timeline-mark">
            <Icon name={icon} size="small" />
          </span>
          <div>
            <p class="timeline-title">{title}</p>
            <p class="timeline-facts">
              <time dateTime={at.toISOString()}>{frame.words.dateTime(at, timeZone)}</time>
              {by ? ` · ${by}` : ''}
            </p>
            {children ? <div class="timeline-body">{children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}

export type Stage = {
  readonly label: string
  /** `waiting`: under way, but standing still until the complainant replies. */
  readonly state: 'done' | 'current' | 'waiting' | 'ahead'
  /** What it means, or when it was or will be. */
  readonly detail?: string | undefined
}

const stageLooks = {
  done: { look: 'stage stage-done', icon: 'circle-check' },
  current: { look: 'stage stage-current', icon: 'circle-dot' },
  waiting: { look: 'stage stage-current', icon: 'circle-dot' },
  ahead: { look: 'stage', icon: 'circle' },
} as const satisfies Readonly<Record<Stage['state'], { look: string; icon: IconName }>>

/** How far a report has come. Each stage says its state in words, so colour and drawing only repeat it. */
export function StageTracker({ frame, stages }: { readonly frame: Frame; readonly stages: readonly Stage[] }): VNode {
  return (
    <ol class="stages" aria-label={frame.words.t('ui.stages')}>
      {stages.map(({ label, state, detail }) => (
        <li key={label} class={stageLooks[state].look} aria-current={state === 'current' || state === 'waiting' ? 'step' : undefined}>
          <Icon name={stageLooks[state].icon} size="large" />
          <div>
            <span class="stage-label">{label}</span>
            <span class="stage-state">{frame.words.t(`ui.stage.${state}`)}</span>
            {detail ? <span class="stage-detail">{detail}</span> : null}
          </div>
        </li>
      ))}
    </ol>
  )
}
