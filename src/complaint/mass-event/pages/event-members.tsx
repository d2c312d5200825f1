import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, StatusTag, Table, TextArea, type Tone } from '../../../ui/index.ts'
import { deedHref, detachHref, ticketHref } from '../urls.ts'
import type { EventPageProps } from './event-page.tsx'
import type { JudgedView, MemberView } from './views.ts'

const tones: Readonly<Record<MemberView['state'], Tone>> = { waiting: 'info', answered: 'success', left: 'warning' }

function Standing({ frame, member }: { readonly frame: Frame; readonly member: MemberView }): VNode {
  const { t } = frame.words
  return (
    <>
      <StatusTag tone={tones[member.state]}>{t(`mass-event.member.${member.state}`)}</StatusTag>
      {member.because === null ? null : <> {t(`mass-event.left.${member.because}`)}</>}
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
      due: member.state === 'answered' ? date(member.at, event.timeZone) : date(member.dueAt, event.timeZone),
      standing: <Standing frame={frame} member={member} />,
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
    <Card title={t('mass-event.members')} id="laporan">
      {members.length === 0 ? (
        <p>{t('mass-event.members.none')}</p>
      ) : (
        <Table
          caption={t('mass-event.members.count', { count: total })}
          dense
          columns={columns}
          rows={members.map((member) => toRow(props, member))}
        />
      )}
      {total > members.length ? <p>{t('mass-event.members.more', { count: total - members.length })}</p> : null}
      {left === 0 ? null : <p class="text-muted">{t('mass-event.members.left', { count: left })}</p>}
    </Card>
  )
}

function Judged({ frame, judged }: { readonly frame: Frame; readonly judged: readonly JudgedView[] }): VNode {
  const { t } = frame.words
  return (
    <Table
      caption={t('mass-event.judged')}
      dense
      columns={[
        { key: 'given', header: t('mass-event.judged.number') },
        { key: 'title', header: t('mass-event.member.report') },
        { key: 'result', header: t('mass-event.judged.result') },
      ]}
      rows={judged.map(({ given, title, problem }) => ({
        id: given,
        cells: {
          given,
          title: <span dir="auto">{title ?? ''}</span>,
          result: t(problem === null ? 'mass-event.judged.fits' : `mass-event.judged.${problem}`),
        },
      }))}
    />
  )
}

/** Reports by their numbers, as they stand in a list. */
export function AttachForm({ frame, event, judged, typed, problems }: EventPageProps): VNode {
  const { t } = frame.words
  const fits = judged.some(({ problem }) => problem === null)
  return (
    <Card title={t('mass-event.attach')} id="tambah">
      <Form frame={frame} action={deedHref(event.id, 'laporan')} label={t('mass-event.attach')}>
        <TextArea
          frame={frame}
          problems={problems}
          name="numbers"
          label={t('mass-event.attach.numbers')}
          hint={t('mass-event.attach.hint')}
          rows={5}
          value={typed['numbers']}
        />
        {judged.length === 0 ? null : <Judged frame={frame} judged={judged} />}
        <div class="button-group">
          <Button icon="link">{t('mass-event.attach.submit')}</Button>
          {fits ? (
            <Button variant="secondary" name="deed" value="fitting">
              {t('mass-event.attach.fitting')}
            </Button>
          ) : null}
        </div>
      </Form>
    </Card>
  )
}
