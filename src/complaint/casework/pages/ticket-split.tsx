import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form } from '../../../ui/index.ts'
import { ticketHref, unsplitHref } from '../urls.ts'
import { StateTag } from './lines.tsx'
import type { RelativeView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }
type LineProps = Props & { readonly relative: RelativeView }

/** The way back, or why it is closed; nothing where it is not this officer's. */
function Undo({ frame, view, relative }: LineProps): VNode | null {
  const { t } = frame.words
  const { undo, id, ticket } = relative
  if (undo === null || !view.verbs.has('split')) return null
  if (undo !== 'possible') return undo === 'too_late' ? null : <p class="text-muted">{t(`split.undo.${undo}`)}</p>
  return (
    <Form frame={frame} action={unsplitHref(view.id, id)} label={t('split.undo.label', { number: ticket.number })}>
      <Button variant="secondary" size="small" icon="undo-2">
        {t('split.undo')}
      </Button>
    </Form>
  )
}

function Line(props: LineProps): VNode {
  const { frame, view, relative } = props
  const { t, date } = frame.words
  const { ticket, role, by, at, rejoined, officeName } = relative
  const back = role === 'part' ? 'split.panel.rejoined' : 'split.panel.rejoined.whole'
  return (
    <li class="ticket-clock">
      <div>
        <p>
          <strong>{rejoined ? t(back) : t(`split.panel.${role}`)}</strong> <StateTag frame={frame} state={ticket.state} />
        </p>
        <p>
          <a href={ticketHref(ticket.id)} dir="auto">
            {ticket.number} {ticket.title}
          </a>{' '}
          <span class="text-muted">{officeName}</span>
        </p>
        <p class="text-muted">{t('split.panel.by', { officer: by, day: date(at, view.timeZone) })}</p>
      </div>
      <Undo {...props} />
    </li>
  )
}

/** The report that this one came off, and its parts, as far as the officer sees both; nothing where there are none. */
export function TicketSplit({ frame, view }: Props): VNode | null {
  if (view.relatives.length === 0) return null
  return (
    <Card title={frame.words.t('split.panel')}>
      <ul class="ticket-clocks">
        {view.relatives.map((relative) => (
          <Line key={relative.id} frame={frame} view={view} relative={relative} />
        ))}
      </ul>
    </Card>
  )
}
