import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'

export type SummaryRow = {
  readonly key: string
  /** Nothing, or an empty text, is shown as "not given". */
  readonly value: ComponentChildren
  /** Where the answer can be changed. */
  readonly changeHref?: string
}

export type SummaryListProps = { readonly frame: Frame; readonly rows: readonly SummaryRow[] }

function isMissing(value: ComponentChildren): boolean {
  return value === null || value === undefined || value === '' || value === false
}

/** Answers to be checked before sending, each with the way back to it. */
export function SummaryList({ frame, rows }: SummaryListProps): VNode {
  const { t } = frame.words
  return (
    <dl class="summary">
      {rows.map(({ key, value, changeHref }) => (
        <div key={key} class="summary-row">
          <dt>{key}</dt>
          <dd class="summary-value">{isMissing(value) ? <span class="text-muted">{t('ui.summary.missing')}</span> : value}</dd>
          {changeHref === undefined ? null : (
            <dd class="summary-change">
              <a href={changeHref}>
                {t('ui.summary.change')} <span class="sr-only">{key}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

export type Description = { readonly term: string; readonly value: ComponentChildren }
export type DescriptionGridProps = { readonly items: readonly Description[]; readonly columns?: 1 | 2 | 3 }

const grids = { 1: 'facts', 2: 'facts facts-2', 3: 'facts facts-3' } as const

/** Facts beside each other: for reading, not for changing. */
export function DescriptionGrid({ items, columns = 2 }: DescriptionGridProps): VNode {
  return (
    <dl class={grids[columns]}>
      {items.map(({ term, value }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{isMissing(value) ? '–' : value}</dd>
        </div>
      ))}
    </dl>
  )
}
