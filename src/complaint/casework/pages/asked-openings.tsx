import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Table } from '../../../ui/index.ts'
import { identityRequestHref } from '../urls.ts'

/** An identity that a colleague asks to open. */
export type AskedOpening = {
  readonly id: string
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly reason: string
  readonly timeZone: string
}

/** Those that wait for this officer as the second person. */
export function AskedOpenings({ frame, openings }: { readonly frame: Frame; readonly openings: readonly AskedOpening[] }): VNode | null {
  const { t, dateTime } = frame.words
  if (openings.length === 0) return null
  const columns = ['report', 'by', 'reason', 'at'].map((key) => ({ key, header: t(`identity-opening.waiting.${key}`) }))
  const rows = openings.map(({ id, ticketId, number, title, askedByName, askedAt, reason, timeZone }) => ({
    id,
    cells: {
      report: (
        <a href={identityRequestHref(ticketId)}>
          <span dir="ltr">{number}</span> {title}
        </a>
      ),
      by: askedByName,
      reason: t(`identity-opening.reason.${reason}`),
      at: dateTime(askedAt, timeZone),
    },
  }))
  return <Table caption={t('identity-opening.waiting.title')} dense columns={columns} rows={rows} />
}
