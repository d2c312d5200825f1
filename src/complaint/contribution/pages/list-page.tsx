import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { ConsoleLayout, DueTag, EmptyState, PageHeading, StatusTag, Table } from '../../../ui/index.ts'
import { requestHref, ticketHref } from '../urls.ts'
import type { IncomingView, OwnView } from './views.ts'

type Props = {
  readonly frame: Frame
  readonly incoming: readonly IncomingView[]
  readonly own: readonly OwnView[]
  readonly count: number
  readonly now: Date
}

/** As much of a question as a line of a list has room for. */
function shorten(question: string): string {
  return question.length > 120 ? `${question.slice(0, 117)}…` : question
}

type Dated = { readonly dueAt: Date; readonly timeZone: string }

function Due({ frame, dueAt, timeZone, now }: Dated & { readonly frame: Frame; readonly now: Date }): VNode {
  if (now >= dueAt) return <DueTag frame={frame} state="late" due={dueAt} timeZone={timeZone} />
  return <span>{frame.words.date(dueAt, timeZone)}</span>
}

function Incoming({ frame, incoming, now }: Props): VNode {
  const { t } = frame.words
  const columns = ['question', 'from', 'to', 'due'].map((key) => ({ key, header: t(`contribution.column.${key}`) }))
  const rows = incoming.map((request) => ({
    id: request.id,
    cells: {
      question: (
        <>
          <a href={requestHref(request.id)} dir="auto">
            {shorten(request.question)}
          </a>{' '}
          {request.isDrafted ? <StatusTag icon="pencil">{t('contribution.drafted')}</StatusTag> : null}
        </>
      ),
      from: request.askingOffice,
      to: request.officeName,
      due: <Due frame={frame} dueAt={request.dueAt} timeZone={request.timeZone} now={now} />,
    },
  }))
  return <Table caption={t('contribution.list.title')} hideCaption dense columns={columns} rows={rows} />
}

function Own({ frame, own, now }: Props): VNode {
  const { t } = frame.words
  const columns = ['report', 'question', 'to', 'due', 'state'].map((key) => ({ key, header: t(`contribution.column.${key}`) }))
  const rows = own.map((request) => ({
    id: request.id,
    cells: {
      report: (
        <a href={ticketHref(request.ticketId)} dir="ltr">
          {request.number}
        </a>
      ),
      question: <span dir="auto">{shorten(request.question)}</span>,
      to: request.officeName,
      due: request.state === 'open' ? <Due frame={frame} dueAt={request.dueAt} timeZone={request.timeZone} now={now} /> : '',
      state: t(`contribution.state.${request.state}`),
    },
  }))
  return <Table caption={t('contribution.own.title')} dense columns={columns} rows={rows} />
}

/** What is asked of the officer's units, and what they asked of others. */
export function ListPage(props: Props): VNode {
  const { frame, incoming, own, count } = props
  const { t } = frame.words
  const title = t('contribution.list.title')
  return (
    <ConsoleLayout frame={frame} title={title} section="contributions" counts={{ contributions: count }}>
      <div class="stack">
        <PageHeading lead={t('contribution.list.lead')}>{title}</PageHeading>
        {incoming.length === 0 ? (
          <EmptyState icon="circle-check" title={t('contribution.list.none')}>
            <p>{t('contribution.list.none.lead')}</p>
          </EmptyState>
        ) : (
          <Incoming {...props} />
        )}
        {count > incoming.length ? <p class="text-muted">{t('contribution.list.more', { count: incoming.length })}</p> : null}
        {own.length === 0 ? null : <Own {...props} />}
      </div>
    </ConsoleLayout>
  )
}
