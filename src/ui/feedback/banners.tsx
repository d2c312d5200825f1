import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Icon, type IconName } from '../icons/icon.tsx'

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger'

const notices = {
  info: { look: 'notice notice-info', icon: 'info', role: 'region' },
  success: { look: 'notice notice-success', icon: 'circle-check', role: 'alert' },
  warning: { look: 'notice notice-warning', icon: 'triangle-alert', role: 'region' },
  danger: { look: 'notice notice-danger', icon: 'circle-alert', role: 'alert' },
} as const satisfies Readonly<Record<NoticeTone, { look: string; icon: IconName; role: 'alert' | 'region' }>>

export type NoticeBannerProps = {
  readonly frame: Frame
  readonly children: ComponentChildren
  readonly tone?: NoticeTone
  /** A heading above the words; without it the tone's own word is read ("Done", "Important"). */
  readonly title?: string
  readonly id?: string
}

/** Says once what has just happened or must be known on this page. The layouts show `frame.notice` with it by themselves. */
export function NoticeBanner({ frame, children, tone = 'info', title, id = 'notice' }: NoticeBannerProps): VNode {
  const { look, icon, role } = notices[tone]
  const naming = { role, 'aria-labelledby': `${id}-title` }
  return (
    <div class={look} id={id} {...naming}>
      <Icon name={icon} size="large" />
      <div>
        <h2 class={title ? 'notice-title' : 'sr-only'} id={`${id}-title`}>
          {title ?? frame.words.t(`ui.notice.${tone}`)}
        </h2>
        <div>{children}</div>
      </div>
    </div>
  )
}

/** Words set apart from the text around them: a quotation, an example, a condition. */
export function InsetText({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="inset">{children}</div>
}

/** Warns of a consequence before somebody acts. */
export function WarningText({ frame, children }: { readonly frame: Frame; readonly children: ComponentChildren }): VNode {
  return (
    <p class="warning-text">
      <Icon name="triangle-alert" size="large" />
      <strong>
        <span class="sr-only">{frame.words.t('ui.notice.warning')}: </span>
        {children}
      </strong>
    </p>
  )
}

export type EmptyStateProps = {
  readonly title: string
  /** What to do now. */
  readonly children?: ComponentChildren
  readonly icon?: IconName
  readonly action?: ComponentChildren
}

/** Stands where a list would be; says why it is empty and what to do. */
export function EmptyState({ title, children, icon = 'inbox', action }: EmptyStateProps): VNode {
  return (
    <div class="empty-state">
      <Icon name={icon} size="huge" />
      <p class="empty-state-title">{title}</p>
      {children ? <div>{children}</div> : null}
      {action ? <div class="mt-4">{action}</div> : null}
    </div>
  )
}
