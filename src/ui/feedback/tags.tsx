import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Icon, type IconName } from '../icons/icon.tsx'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'gold'

const tones = {
  neutral: 'tag tag-neutral',
  info: 'tag tag-info',
  success: 'tag tag-success',
  warning: 'tag tag-warning',
  danger: 'tag tag-danger',
  gold: 'tag tag-gold',
} as const satisfies Readonly<Record<Tone, string>>

export type StatusTagProps = { readonly children: ComponentChildren; readonly tone?: Tone; readonly icon?: IconName }

/** A state in words, with a colour and a drawing that only repeat it. */
export function StatusTag({ children, tone = 'neutral', icon }: StatusTagProps): VNode {
  return (
    <span class={tones[tone]}>
      {icon ? <Icon name={icon} size="small" /> : null}
      <span>{children}</span>
    </span>
  )
}

/** A number beside a link, with words for what is counted. */
export function CountBadge({ count, label }: { readonly count: number | string; readonly label: string }): VNode {
  return (
    <span class="count">
      {count}
      <span class="sr-only"> {label}</span>
    </span>
  )
}

/** How near a deadline is. `met` and `paused` need no hurry. */
export type DueState = 'late' | 'today' | 'soon' | 'later' | 'paused' | 'met'

const dueLooks = {
  late: { tone: 'danger', icon: 'circle-alert' },
  today: { tone: 'warning', icon: 'hourglass' },
  soon: { tone: 'gold', icon: 'clock' },
  later: { tone: 'neutral', icon: 'calendar-days' },
  paused: { tone: 'info', icon: 'circle-pause' },
  met: { tone: 'success', icon: 'circle-check' },
} as const satisfies Readonly<Record<DueState, { tone: Tone; icon: IconName }>>

export type DueTagProps = {
  readonly frame: Frame
  readonly state: DueState
  readonly due: Date
  /** Days late, or days left; without it the date alone is said. */
  readonly days?: number
  /** In which days the rule counts. */
  readonly unit?: 'working' | 'calendar'
  readonly timeZone?: string
}

/** When an answer is due, in words. What is late is decided by the deadline rules, not here. */
export function DueTag({ frame, state, due, days, unit = 'working', timeZone }: DueTagProps): VNode {
  const { t, date, dateTime } = frame.words
  const { tone, icon } = dueLooks[state]
  const counted = days !== undefined && (state === 'late' || state === 'soon' || state === 'later')
  const text = counted ? t(`ui.due.${state}.${unit}`, { days }) : t(`ui.due.${state}`, { date: date(due, timeZone) })
  return (
    <StatusTag tone={tone} icon={icon}>
      <time dateTime={due.toISOString()} title={dateTime(due, timeZone)}>
        {text}
      </time>
    </StatusTag>
  )
}
