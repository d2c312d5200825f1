import type { ComponentChildren, VNode } from 'preact'

export type TableColumn = {
  readonly key: string
  readonly header: string
  /** Figures stand at the end of their cell, under each other. */
  readonly numeric?: boolean
  /** The header is read but not shown: for a column of buttons or ticks. */
  readonly hideHeader?: boolean
}

export type TableRow = {
  readonly id: string
  readonly cells: Readonly<Record<string, ComponentChildren>>
  /** The row that is open beside the list. */
  readonly current?: boolean
}

export type TableProps = {
  /** What the table holds; its name for screen readers, and its heading unless hidden. */
  readonly caption: string
  readonly hideCaption?: boolean
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** On a small screen: each row a card (for things), or the whole table scrolls sideways (for figures). */
  readonly small?: 'cards' | 'scroll'
  /** The console's closer lines. */
  readonly dense?: boolean
  /** The column that names the row; the first when not given. */
  readonly rowHeader?: string
}

type RowProps = { readonly row: TableRow; readonly columns: readonly TableColumn[]; readonly rowHeader: string | undefined }

function Row({ row, columns, rowHeader }: RowProps): VNode {
  return (
    <tr role="row" class={row.current ? 'table-current' : undefined}>
      {columns.map((column) => {
        const content = (
          <>
            {column.hideHeader ? null : (
              <span class="table-cell-label" aria-hidden="true">
                {column.header}
              </span>
            )}
            <div class="table-cell-value">{row.cells[column.key] ?? null}</div>
          </>
        )
        const look = column.numeric ? 'table-number' : undefined
        return column.key === rowHeader ? (
          <th key={column.key} scope="row" role="rowheader" class={look}>
            {content}
          </th>
        ) : (
          <td key={column.key} role="cell" class={look}>
            {content}
          </td>
        )
      })}
    </tr>
  )
}

/** Rows and columns. The roles repeat what the tags say, because the card form on small screens would hide it. */
export function Table(props: TableProps): VNode {
  const { caption, columns, rows, small = 'cards' } = props
  const rowHeader = props.rowHeader ?? columns[0]?.key
  const table = (
    <table
      role="table"
      class={['table', small === 'cards' ? 'table-cards' : '', props.dense ? 'table-dense' : ''].filter(Boolean).join(' ')}
    >
      <caption class={props.hideCaption ? 'sr-only' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ key, header, numeric, hideHeader }) => (
            <th key={key} scope="col" role="columnheader" class={numeric ? 'table-number' : undefined}>
              {hideHeader ? <span class="sr-only">{header}</span> : header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.id} row={row} columns={columns} rowHeader={rowHeader} />
        ))}
      </tbody>
    </table>
  )
  if (small === 'cards') return table
  return (
    <div class="table-scroll" role="region" aria-label={caption} tabindex={0}>
      {table}
    </div>
  )
}
