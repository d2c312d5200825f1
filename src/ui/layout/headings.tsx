import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Logo } from '../icons/logo.tsx'

export type PageHeadingProps = {
  readonly children: ComponentChildren
  /** What this page is part of: "Report, step 2 of 6". */
  readonly caption?: string | undefined
  /** One or two sentences in larger type under the heading. */
  readonly lead?: ComponentChildren
  /** Buttons beside the heading (console). */
  readonly actions?: ComponentChildren
  readonly size?: 'large' | 'medium'
}

/** The page's only `h1`. */
export function PageHeading({ children, caption, lead, actions, size = 'large' }: PageHeadingProps): VNode {
  return (
    <div class="page-heading">
      <div>
        {caption ? <p class="heading-caption">{caption}</p> : null}
        <h1 class={size === 'large' ? 'heading-large' : 'heading-medium'}>{children}</h1>
        {lead ? <p class="lead">{lead}</p> : null}
      </div>
      {actions ? <div class="page-heading-actions no-print">{actions}</div> : null}
    </div>
  )
}

export type HeroProps = {
  readonly title: ComponentChildren
  readonly lead: ComponentChildren
  /** The ways to go on; the first is a `Button` of the variant `gold`. */
  readonly actions: ComponentChildren
  readonly children?: ComponentChildren
}

/** The front page's opening: what this is, in ten seconds. Goes into the layout's `hero`; its title is the page's `h1`. */
export function Hero({ title, lead, actions, children }: HeroProps): VNode {
  return (
    <div class="hero-band">
      <div class="band">
        <h1>{title}</h1>
        <p class="hero-lead">{lead}</p>
        <div class="button-group">{actions}</div>
        {children}
      </div>
    </div>
  )
}

export type PrintHeaderProps = { readonly frame: Frame; readonly title: string; readonly printedAt?: Date; readonly timeZone?: string }

/** Seen on paper only: whose paper this is, and of when. */
export function PrintHeader({ frame, title, printedAt, timeZone }: PrintHeaderProps): VNode {
  const { t, dateTime } = frame.words
  return (
    <div class="print-header" aria-hidden="true">
      <Logo />
      <div>
        <p>
          {t('ui.name')} – {t('ui.service')}
        </p>
        <p>{printedAt ? t('ui.printed', { title, at: dateTime(printedAt, timeZone) }) : title}</p>
      </div>
    </div>
  )
}
