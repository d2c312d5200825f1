import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, StatusTag, Table, type Tone } from '../../../ui/index.ts'
import { detachHref, ticketHref } from '../urls.ts'
import type { EventPageProps } from './event-page.tsx'
import type { MemberView } from './views.ts'

const tones: Readonly<Record<MemberView['state'], Tone>> = { waiting: 'info', answered: 'success', left: 'warning' }

type StandingProps = { readonly frame: Frame; readonly member: MemberView; readonly timeZone: string }

function Standing({ frame, member, timeZone }: StandingProps): VNode {
  const { t, date } = frame.words
  return (
    <>
      <StatusTag tone={tones[member.state]}>{t(`mass-event.member.${member.state}`)}</StatusTag>
      {member.state === 'waiting' ? null : <> {date(member.at, timeZone)}</>}
      {member.because === null ? null : <>: {t(`mass-event.left.${member.because}`)}</>}
    </>
  )
}

function toRow({ frame, event }: EventPageProps, member: MemberView) {
  const { t, date } = frame.words
  const { ticketId, number, title } = member
  return {
    id: ticketId,
    cells: {
      number: (
        <a href={ticketHref(ticketId)} dir="auto">
          {number} {title}
        </a>
      ),
      language: member.language,
      due: member.state === 'answered' ? '' : date(member.dueAt, event.timeZone),
      standing: <Standing frame={frame} member={member} timeZone={event.timeZone} />,
      deed:
        member.state === 'waiting' ? (
          <Form frame={frame} action={detachHref(event.id, ticketId)} label={`${t('mass-event.detach')} ${number}`}>
            <Button variant="quiet" size="small" ariaLabel={`${t('mass-event.detach')} ${number}`}>
              {t('mass-event.detach')}
            </Button>
          </Form>
        ) : null,
    },
  }
}

/** The reports of an event that the officer sees, and why some were left out. */
export function EventMembers(props: EventPageProps): VNode {
  const { frame, members, total, left } = props
  const { t } = frame.words
  const columns = [
    { key: 'number', header: t('mass-event.member.report') },
    { key: 'language', header: t('mass-event.member.language') },
    { key: 'standing', header: t('mass-event.member.standing') },
    { key: 'due', header: t('mass-event.member.due') },
    { key: 'deed', header: t('mass-event.detach'), hideHeader: true },
  ]
  return (
    <Card title={total === 0 ? t('mass-event.members') : t('mass-event.members.count', { count: total })} id="laporan">
      {members.length === 0 ? (
        <p>{t('mass-event.members.none')}</p>
      ) : (
        <Table caption={t('mass-event.members')} hideCaption dense columns={columns} rows={members.map((member) => toRow(props, member))} />
      )}
      {total > members.length ? <p>{t('mass-event.members.more', { count: total - members.length })}</p> : null}
      {left === 0 ? null : <p class="text-muted">{t('mass-event.members.left', { count: left })}</p>}
    </Card>
  )
}
