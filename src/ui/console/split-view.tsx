import type { ComponentChildren, VNode } from 'preact'

export type SplitViewProps = {
  readonly list: ComponentChildren
  readonly listLabel: string
  /** The open ticket; without it the list has the whole width. */
  readonly detail?: ComponentChildren
}

/** List and ticket side by side on wide screens. On small ones only the ticket is shown once one is open. */
export function SplitView({ list, listLabel, detail }: SplitViewProps): VNode {
  return (
    <div class={detail ? 'split split-open' : 'split'}>
      <section class="split-list" aria-label={listLabel}>
        {list}
      </section>
      {detail ? <div class="split-detail">{detail}</div> : null}
    </div>
  )
}
