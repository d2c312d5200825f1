import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form } from '../../../ui/index.ts'
import { ticketHref, unlinkHref } from '../urls.ts'
import { StateTag } from './lines.tsx'
import type { LinkView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

function Line({ frame, view, link }: Props & { readonly link: LinkView }): VNode {
  const { t, date } = frame.words
  const { ticket, relation, words, by, at, officeName } = link
  return (
    <li class="ticket-clock">
      <div>
        <p>
          <strong>{t(`casework.relation.${relation}`)}</strong> <StateTag frame={frame} state={ticket.state} />
        </p>
        <p>
          <a href={ticketHref(ticket.id)} dir="auto">
            {ticket.number} {ticket.title}
          </a>{' '}
          <span class="text-muted">{officeName}</span>
        </p>
        <p>
          <span dir="auto">{words}</span>{' '}
          <span class="text-muted">{t('casework.links.by', { officer: by, day: date(at, view.timeZone) })}</span>
        </p>
      </div>
      {view.verbs.has('link') ? (
        <Form frame={frame} action={unlinkHref(view.id, link.id)} label={t('casework.links.remove.label', { number: ticket.number })}>
          <Button variant="secondary" size="small" icon="x">
            {t('casework.links.remove')}
          </Button>
        </Form>
      ) : null}
    </li>
  )
}

/** Reports that have to do with this one, of those that the officer sees; nothing where there are none. */
export function TicketLinks({ frame, view }: Props): VNode | null {
  if (view.links.length === 0) return null
  return (
    <Card title={frame.words.t('casework.links')}>
      <ul class="ticket-clocks">
        {view.links.map((link) => (
          <Line key={link.id} frame={frame} view={view} link={link} />
        ))}
      </ul>
    </Card>
  )
}
