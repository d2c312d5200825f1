import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Details, Form, Select } from '../../../ui/index.ts'
import { massEventHref, ticketMassEventHref } from '../urls.ts'
import type { MassEventView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }
type EventProps = Props & { readonly event: MassEventView }

function Current({ frame, view, event }: EventProps): VNode | null {
  const { t } = frame.words
  const { current, mayRecord } = event
  if (current === null) return null
  return (
    <>
      <p>
        {t(`mass-event.ticket.${current.standing}`)}{' '}
        <a href={massEventHref(current.id)} dir="auto">
          {current.title}
        </a>
      </p>
      {current.standing === 'waiting' && mayRecord ? (
        <Form frame={frame} action={`${ticketMassEventHref(view.id)}/lepas`} label={t('mass-event.ticket.leave')}>
          <Button variant="secondary" icon="undo-2">
            {t('mass-event.ticket.leave')}
          </Button>
        </Form>
      ) : null}
    </>
  )
}

function Choose({ frame, view, event }: EventProps): VNode | null {
  const { t } = frame.words
  if (event.choices.length === 0) return null
  return (
    <Details summary={t('mass-event.ticket.choose')}>
      <Form frame={frame} action={ticketMassEventHref(view.id)} label={t('mass-event.ticket.choose')}>
        <Select
          frame={frame}
          name="event"
          id="mass-event"
          label={t('mass-event.column.title')}
          placeholder={t('mass-event.choose')}
          options={event.choices}
          width="medium"
        />
        <Button variant="secondary" icon="link">
          {t('mass-event.ticket.submit')}
        </Button>
      </Form>
    </Details>
  )
}

/** The event with which this report is answered, or those with which it could be; nothing where there are none. */
export function TicketMassEvent({ frame, view }: Props): VNode | null {
  const { massEvent: event } = view
  if (event === null) return null
  // Most reports belong to none: then it takes no more room than a line.
  if (event.current === null) return <Choose frame={frame} view={view} event={event} />
  return (
    <Card title={frame.words.t('mass-event.ticket.title')}>
      <Current frame={frame} view={view} event={event} />
      <Choose frame={frame} view={view} event={event} />
    </Card>
  )
}
