import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, EmptyState, Form, PageHeading, StatusTag, Table } from '../../../ui/index.ts'

type Call = {
  readonly id: string
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly byName: string
  readonly at: Date
  readonly seen: boolean
}
type Props = { readonly frame: Frame; readonly calls: readonly Call[] }

function Seen({ frame, call }: { readonly frame: Frame; readonly call: Call }): VNode {
  const { t } = frame.words
  if (call.seen)
    return (
      <StatusTag tone="success" icon="check">
        {t('mentions.seen')}
      </StatusTag>
    )
  return (
    <Form frame={frame} action={`/petugas/sebutan/${call.id}/catat`} label={`${t('mentions.take_note')} ${call.number}`}>
      <Button variant="secondary" icon="check" size="small">
        {t('mentions.take_note')}
        <span class="sr-only"> {call.number}</span>
      </Button>
    </Form>
  )
}

/** Notes to which colleagues called this officer. */
export function MentionsPage({ frame, calls }: Props): VNode {
  const { t, dateTime } = frame.words
  const title = t('mentions.title')
  return (
    <ConsoleLayout frame={frame} title={title} section="mentions">
      <div class="stack">
        <PageHeading lead={t('mentions.lead')}>{title}</PageHeading>
        {calls.length === 0 ? (
          <EmptyState title={t('mentions.none')}>{t('mentions.none.lead')}</EmptyState>
        ) : (
          <Table
            caption={title}
            hideCaption
            dense
            columns={['report', 'by', 'at', 'state'].map((key) => ({ key, header: t(`mentions.column.${key}`) }))}
            rows={calls.map((call) => ({
              id: call.id,
              cells: {
                report: (
                  <a href={`/petugas/laporan/${call.ticketId}`} dir="auto">
                    {call.number} {call.title}
                  </a>
                ),
                by: call.byName,
                at: dateTime(call.at),
                state: <Seen frame={frame} call={call} />,
              },
            }))}
          />
        )}
      </div>
    </ConsoleLayout>
  )
}
