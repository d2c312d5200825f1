import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, InsetText, StatusTag, type Tone } from '../../../ui/index.ts'
import { contributionHref, withdrawHref } from '../urls.ts'
import type { ContributionView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

const tones: Readonly<Record<ContributionView['state'], Tone>> = {
  open: 'info',
  answered: 'success',
  declined: 'warning',
  withdrawn: 'neutral',
}

function State({ frame, request }: { readonly frame: Frame; readonly request: ContributionView }): VNode {
  const { t } = frame.words
  if (request.isLate)
    return (
      <StatusTag tone="danger" icon="triangle-alert">
        {t('contribution.ticket.late')}
      </StatusTag>
    )
  return <StatusTag tone={tones[request.state]}>{t(`contribution.state.${request.state}`)}</StatusTag>
}

function Reply({ frame, view, request }: Props & { readonly request: ContributionView }): VNode | null {
  const { t, dateTime } = frame.words
  const { reply, repliedByName, endedAt } = request
  if (reply === '' || endedAt === null) return null
  return (
    <InsetText>
      <p class="message-text" dir="auto">
        {reply}
      </p>
      <p class="text-muted">{t('contribution.ticket.replied', { by: repliedByName ?? '', at: dateTime(endedAt, view.timeZone) })}</p>
    </InsetText>
  )
}

function Request(props: Props & { readonly request: ContributionView; readonly mayAsk: boolean }): VNode {
  const { frame, view, request, mayAsk } = props
  const { t, date } = frame.words
  const { officeName, question, askedByName, dueAt } = request
  return (
    <li class="stack">
      <p>
        <strong>{officeName}</strong> <State frame={frame} request={request} />{' '}
        <span class="text-muted">{t('contribution.ticket.line', { by: askedByName, due: date(dueAt, view.timeZone) })}</span>
      </p>
      <p class="message-text" dir="auto">
        {question}
      </p>
      <Reply {...props} />
      {request.state === 'open' && mayAsk ? (
        <Form frame={frame} action={withdrawHref(view.id, request.id)} label={`${t('contribution.ticket.withdraw')} ${officeName}`}>
          <Button variant="secondary" icon="undo-2" size="small">
            {t('contribution.ticket.withdraw')}
            <span class="sr-only"> {officeName}</span>
          </Button>
        </Form>
      ) : null}
    </li>
  )
}

/** What other units were asked for, with what they said; the complainant sees none of it. */
export function TicketContributions({ frame, view }: Props): VNode | null {
  const { t } = frame.words
  if (view.contributions === null) return null
  const { requests, mayAsk } = view.contributions
  const open = requests.filter(({ state }) => state === 'open').length
  return (
    <Card title={t('contribution.ticket.title')}>
      {open === 0 ? null : <p class="text-muted">{t('contribution.ticket.warning', { count: open })}</p>}
      {requests.length === 0 ? (
        <p>{t('contribution.ticket.none')}</p>
      ) : (
        <ul class="stack">
          {requests.map((request) => (
            <Request key={request.id} frame={frame} view={view} request={request} mayAsk={mayAsk} />
          ))}
        </ul>
      )}
      {mayAsk ? (
        <Button href={contributionHref(view.id)} icon="users" variant="secondary">
          {t('contribution.ticket.ask')}
        </Button>
      ) : null}
    </Card>
  )
}
