import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { ConsoleLayout, PageHeading, Table } from '../../../ui/index.ts'
import { listHref } from '../urls.ts'

export type ListLine = {
  readonly code: string
  readonly name: string
  readonly isFamily: boolean
  readonly items: number
  /** How many items it shows of its family's list, where it has none of its own. */
  readonly fromFamily: number
}

function sayItems({ words }: Frame, { items, fromFamily }: ListLine): string {
  if (items > 0) return words.t('checklist.items', { count: items })
  return fromFamily > 0 ? words.t('checklist.items.family', { count: fromFamily }) : words.t('checklist.items.none')
}

/** Which categories have a list, their families in bold. */
export function ListsPage({ frame, lines }: { readonly frame: Frame; readonly lines: readonly ListLine[] }): VNode {
  const { t } = frame.words
  const title = t('checklist.title')
  return (
    <ConsoleLayout frame={frame} title={title} section="checklists">
      <div class="stack">
        <PageHeading lead={t('checklist.lead')}>{title}</PageHeading>
        <Table
          caption={title}
          hideCaption
          dense
          columns={['code', 'name', 'items'].map((key) => ({ key, header: t(`checklist.column.${key}`) }))}
          rows={lines.map((line) => ({
            id: line.code,
            cells: {
              code: <a href={listHref(line.code)}>{line.code}</a>,
              name: line.isFamily ? <strong>{line.name}</strong> : line.name,
              items: line.items > 0 ? sayItems(frame, line) : <span class="text-muted">{sayItems(frame, line)}</span>,
            },
          }))}
        />
      </div>
    </ConsoleLayout>
  )
}
