import type { ComponentChildren, VNode } from 'preact'
import { Icon, type IconName } from '../icons/icon.tsx'

export type DetailsProps = { readonly summary: string; readonly children: ComponentChildren; readonly open?: boolean }

/** Help that only some need, folded away. */
export function Details({ summary, children, open = false }: DetailsProps): VNode {
  return (
    <details class="fold" open={open}>
      <summary>{summary}</summary>
      <div class="fold-body">{children}</div>
    </details>
  )
}

export type CardProps = {
  readonly title?: ComponentChildren
  readonly level?: 2 | 3
  /** Makes the title a link and the whole card its target. */
  readonly href?: string
  readonly icon?: IconName
  readonly children?: ComponentChildren
  /** Buttons or links beside the title. */
  readonly actions?: ComponentChildren
  readonly id?: string
}

/** A box with a heading: a way to go (with `href`) or a group of facts. */
export function Card({ title, level = 2, href, icon, children, actions, id }: CardProps): VNode {
  const text = href === undefined ? title : <a href={href}>{title}</a>
  const heading = level === 2 ? <h2 class="card-heading">{text}</h2> : <h3 class="card-heading">{text}</h3>
  return (
    <section class={href === undefined ? 'panel' : 'panel panel-link'} id={id}>
      {title === undefined ? null : (
        <div class="panel-head">
          {icon ? <Icon name={icon} size="large" /> : null}
          {heading}
          {actions ? <div class="panel-actions">{actions}</div> : null}
        </div>
      )}
      {children}
    </section>
  )
}
