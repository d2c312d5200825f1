import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, ConsoleLayout, EmptyState, NoticeBanner, PageHeading, Table } from '../../../ui/index.ts'
import type { Letter, LetterLanguage, MailState } from '../rules.ts'
import { MailStateTag, sayMailProblem } from './mail-state.tsx'

export type DeliveryView = {
  readonly id: string
  readonly letter: Letter
  readonly language: LetterLanguage
  readonly state: MailState
  readonly attempts: number
  readonly problem: string | null
  readonly createdAt: Date
  readonly sentAt: Date | null
}

export type DeliveriesView = {
  readonly number: string
  readonly ticketHref: string
  readonly timeZone: string
  readonly deliveries: readonly DeliveryView[]
  /** Why there cannot be any, if that is known. */
  readonly never: 'anonymous' | 'unidentified' | null
}

type PartProps = { readonly frame: Frame; readonly view: DeliveriesView }

function DeliveryTable({ frame, view }: PartProps): VNode {
  const { t, number, shortDateTime } = frame.words
  const columns = ['letter', 'state', 'created', 'sent', 'attempts', 'problem'].map((key) => ({
    key,
    header: t(`notification.deliveries.column.${key}`),
    numeric: key === 'attempts',
  }))
  const say = (at: Date | null) => (at === null ? '–' : <time dateTime={at.toISOString()}>{shortDateTime(at, view.timeZone)}</time>)
  return (
    <Table
      caption={t('notification.deliveries.caption', { number: view.number })}
      hideCaption
      dense
      columns={columns}
      rows={view.deliveries.map((delivery) => ({
        id: delivery.id,
        cells: {
          letter: `${t(`notification.name.${delivery.letter}`)} (${delivery.language})`,
          state: <MailStateTag frame={frame} state={delivery.state} />,
          created: say(delivery.createdAt),
          sent: say(delivery.sentAt),
          attempts: number(delivery.attempts),
          problem: sayMailProblem(frame, delivery.problem),
        },
      }))}
    />
  )
}

function NoDeliveries({ frame, view }: PartProps): VNode {
  const { t } = frame.words
  return (
    <EmptyState title={t('notification.deliveries.none')} icon="mail">
      <p>{t(`notification.deliveries.none.${view.never ?? 'lead'}`)}</p>
    </EmptyState>
  )
}

/** Which mails went out about one ticket, and whether they arrived. */
export function DeliveriesPage({ frame, view }: PartProps): VNode {
  const { t } = frame.words
  const title = t('notification.deliveries.title')
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${view.number}`} section="inbox">
      <div class="stack">
        <BackLink frame={frame} href={view.ticketHref} label={t('notification.deliveries.back', { number: view.number })} />
        <PageHeading caption={view.number} lead={t('notification.deliveries.lead')} size="medium">
          {title}
        </PageHeading>
        {view.deliveries.some(({ state }) => state === 'failed') ? (
          <NoticeBanner frame={frame} tone="warning">
            <p>{t('notification.deliveries.stopped')}</p>
          </NoticeBanner>
        ) : null}
        {view.deliveries.length === 0 ? <NoDeliveries frame={frame} view={view} /> : <DeliveryTable frame={frame} view={view} />}
      </div>
    </ConsoleLayout>
  )
}
