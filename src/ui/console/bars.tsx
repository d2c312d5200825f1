import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'

/** Filters above a list, side by side: put it inside a GET `Form` with `autoSubmit`. */
export function FilterBar({ frame, children }: { readonly frame: Frame; readonly children: ComponentChildren }): VNode {
  return (
    <div class="filters">
      {children}
      <button class="btn btn-secondary btn-sm" type="submit" data-auto-submit-target="button">
        {frame.words.t('ui.filter.apply')}
      </button>
    </div>
  )
}

type BulkBarProps = { readonly frame: Frame; readonly children: ComponentChildren }

/** What can be done with all ticked lines. Put it and the list inside one `CheckAll`. */
export function BulkBar({ frame, children }: BulkBarProps): VNode {
  const { t } = frame.words
  return (
    <div class="bulk">
      <label class="bulk-all" hidden data-check-all-target="line">
        <input class="checkbox" type="checkbox" data-check-all-target="all" data-action="check-all#toggle" />
        <span>{t('ui.bulk.all')}</span>
      </label>
      <p class="bulk-count" role="status" data-check-all-target="count" data-words={t('ui.bulk.count')} />
      <div class="bulk-actions">{children}</div>
    </div>
  )
}

/** Ties a `BulkBar` and the ticks of its list together. */
export function CheckAll({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <div data-controller="check-all" data-action="change->check-all#tell">
      {children}
    </div>
  )
}
