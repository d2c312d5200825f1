import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, PageHeading, StatusTag } from '../../../ui/index.ts'
import { inboxHref, ticketHref } from '../urls.ts'
import { Due, SeverityTag, StateTag } from './lines.tsx'
import type { HeadView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

/** Number, title and clock: always on top of what is open. */
export function TicketHead({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <>
      <BackLink frame={frame} href={inboxHref(view.listQuery)} label={t('casework.back.inbox')} />
      <PageHeading caption={view.number} size="medium">
        <span dir="auto">{view.title}</span>
      </PageHeading>
      <div class="tag-group">
        <Due frame={frame} due={view.due} timeZone={view.timeZone} />
        <SeverityTag frame={frame} severity={view.severity} />
        <StateTag frame={frame} state={view.state} />
        <StatusTag icon="tag">{view.kind}</StatusTag>
        <StatusTag icon="hourglass">{t(`casework.class.${view.class}`)}</StatusTag>
        {view.secret ? <StatusTag icon="lock">{t('casework.tag.secret')}</StatusTag> : null}
        {view.restricted ? <StatusTag icon="shield">{t('casework.tag.restricted')}</StatusTag> : null}
        {view.anonymous ? <StatusTag icon="eye-off">{t('casework.tag.anonymous')}</StatusTag> : null}
      </div>
    </>
  )
}

/** The same in short, on a page for one deed. */
export function DeedHead({
  frame,
  head,
  title,
  lead,
}: {
  readonly frame: Frame
  readonly head: HeadView
  readonly title: string
  readonly lead?: string | undefined
}): VNode {
  const { t } = frame.words
  return (
    <>
      <BackLink frame={frame} href={ticketHref(head.id)} label={t('casework.back.ticket', { number: head.number })} />
      <PageHeading caption={head.number} lead={lead} size="medium">
        {title}
      </PageHeading>
      <p class="text-muted" dir="auto">
        {head.title}
      </p>
      <div class="tag-group">
        <Due frame={frame} due={head.due} timeZone={head.timeZone} />
        <SeverityTag frame={frame} severity={head.severity} />
        <StateTag frame={frame} state={head.state} />
      </div>
    </>
  )
}
