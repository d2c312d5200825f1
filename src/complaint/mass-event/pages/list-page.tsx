import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, EmptyState, PageHeading, StatusTag, Table, type Tone } from '../../../ui/index.ts'
import { eventHref, paths } from '../urls.ts'
import type { EventLineView, EventState } from './views.ts'

const tones: Readonly<Record<EventState, Tone>> = { open: 'info', answered: 'success', closed: 'neutral' }

/** How an event stands, in a word. */
export function EventTag({ frame, state }: { readonly frame: Frame; readonly state: EventState }): VNode {
  return <StatusTag tone={tones[state]}>{frame.words.t(`mass-event.state.${state}`)}</StatusTag>
}

function Events({ frame, events }: { readonly frame: Frame; readonly events: readonly EventLineView[] }): VNode {
  const { t, date, number } = frame.words
  return (
    <Table
      caption={t('mass-event.title')}
      hideCaption
      dense
      columns={[
        { key: 'title', header: t('mass-event.column.title') },
        { key: 'office', header: t('mass-event.column.office') },
        { key: 'opened', header: t('mass-event.column.opened') },
        { key: 'waiting', header: t('mass-event.column.waiting'), numeric: true },
        { key: 'answered', header: t('mass-event.column.answered'), numeric: true },
      ]}
      rows={events.map((event) => ({
        id: event.id,
        cells: {
          title: (
            <>
              <a href={eventHref(event.id)} dir="auto">
                {event.title}
              </a>{' '}
              <EventTag frame={frame} state={event.state} />
            </>
          ),
          office: event.officeName,
          opened: date(event.openedAt, event.timeZone),
          waiting: number(event.waiting),
          answered: number(event.answered),
        },
      }))}
    />
  )
}

/** What happened that made many complain, in the officer's units. */
export function ListPage({ frame, events }: { readonly frame: Frame; readonly events: readonly EventLineView[] }): VNode {
  const { t } = frame.words
  const title = t('mass-event.title')
  return (
    <ConsoleLayout frame={frame} title={title} section="mass_events">
      <div class="stack">
        <PageHeading lead={t('mass-event.lead')}>{title}</PageHeading>
        <p>
          <Button href={paths.compose} icon="plus">
            {t('mass-event.open.title')}
          </Button>
        </p>
        {events.length === 0 ? (
          <EmptyState icon="circle-check" title={t('mass-event.none')}>
            <p>{t('mass-event.none.lead')}</p>
          </EmptyState>
        ) : (
          <Events frame={frame} events={events} />
        )}
      </div>
    </ConsoleLayout>
  )
}
