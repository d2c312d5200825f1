import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { CountBadge } from '../feedback/tags.tsx'
import { Icon } from '../icons/icon.tsx'

export type PaginationProps = {
  readonly frame: Frame
  readonly previousHref?: string | null | undefined
  readonly nextHref?: string | null | undefined
  /** "51-100 of 1,204 reports". */
  readonly summary?: string
}

/** Previous and next of a list that is paged by key. Shows nothing when there is only one page and no summary. */
export function Pagination({ frame, previousHref, nextHref, summary }: PaginationProps): VNode | null {
  const { t } = frame.words
  if (!previousHref && !nextHref && !summary) return null
  return (
    <nav class="pagination" aria-label={t('ui.pages.label')}>
      {previousHref ? (
        <a href={previousHref} rel="prev">
          <Icon name="arrow-left" flips />
          <span>{t('ui.pages.previous')}</span>
        </a>
      ) : null}
      {summary ? <p>{summary}</p> : null}
      {nextHref ? (
        <a href={nextHref} rel="next">
          <span>{t('ui.pages.next')}</span>
          <Icon name="arrow-right" flips />
        </a>
      ) : null}
    </nav>
  )
}

export type Tab = { readonly href: string; readonly label: string; readonly current?: boolean; readonly count?: number | undefined }
export type TabsProps = { readonly frame: Frame; readonly label: string; readonly items: readonly Tab[] }

/** Views of the same thing, each with its own address. */
export function Tabs({ frame, label, items }: TabsProps): VNode {
  return (
    <nav class="tabs" aria-label={label}>
      <ul>
        {items.map(({ href, label: text, current, count }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {text} {count === undefined ? null : <CountBadge count={frame.words.number(count)} label={frame.words.t('ui.count.items')} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export type BackLinkProps = { readonly frame: Frame; readonly href: string; readonly label?: string }

/** One step back on a journey, above the page's heading. */
export function BackLink({ frame, href, label }: BackLinkProps): VNode {
  return (
    <a class="back-link no-print" href={href}>
      <Icon name="chevron-left" flips size="small" />
      <span>{label ?? frame.words.t('ui.back')}</span>
    </a>
  )
}

export type Crumb = { readonly label: string; readonly href?: string }
export type BreadcrumbsProps = { readonly frame: Frame; readonly items: readonly Crumb[] }

/** Where this page stands; the last item is the page itself and has no address. */
export function Breadcrumbs({ frame, items }: BreadcrumbsProps): VNode {
  return (
    <nav class="crumbs no-print" aria-label={frame.words.t('ui.crumbs')}>
      <ol>
        {items.map(({ label, href }) => (
          <li key={label}>{href === undefined ? <span aria-current="page">{label}</span> : <a href={href}>{label}</a>}</li>
        ))}
      </ol>
    </nav>
  )
}
