import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, FileList, type IconName, SummaryList, Table, Timeline } from '../../../ui/index.ts'
import type { AccessDay, ReportView, TimelineLine } from '../rules.ts'
import { listFiles } from './conversation.tsx'

function Text({ children, language }: { readonly children: string; readonly language: string }): VNode {
  return (
    <span class="whitespace-pre-line break-words" dir="auto" lang={language}>
      {children}
    </span>
  )
}

/** What the complainant wrote at the beginning. */
export function OwnReportCard({ frame, view }: { readonly frame: Frame; readonly view: ReportView }): VNode {
  const { t, has, locale, date } = frame.words
  const { own } = view
  const relation = own.relation === null ? '' : has(`record.relation.${own.relation}`) ? t(`record.relation.${own.relation}`) : own.relation
  const rows = [
    { key: t('tracking.own.kind'), value: t(`record.kind.${own.kind}`) },
    ...(own.category === null
      ? []
      : [{ key: t('tracking.own.category'), value: <span class="inline-block first-letter:uppercase">{own.category[locale]}</span> }]),
    { key: t('tracking.own.body'), value: <Text language={own.language}>{own.body}</Text> },
    ...(own.wish === '' ? [] : [{ key: t('tracking.own.wish'), value: <Text language={own.language}>{own.wish}</Text> }]),
    ...(own.happenedOn === null
      ? []
      : [{ key: t('tracking.own.happenedOn'), value: date(new Date(`${own.happenedOn}T00:00:00Z`), 'UTC') }]),
    ...(own.happenedAt === '' ? [] : [{ key: t('tracking.own.happenedAt'), value: <Text language={own.language}>{own.happenedAt}</Text> }]),
    ...(relation === '' ? [] : [{ key: t('tracking.own.relation'), value: relation }]),
    ...(own.files.length === 0 ? [] : [{ key: t('tracking.own.files'), value: <FileList frame={frame} files={listFiles(own.files)} /> }]),
  ]
  return (
    <Card title={t('tracking.own.title')} icon="file-text" id="isi">
      <SummaryList frame={frame} rows={rows} />
    </Card>
  )
}

const icons: Readonly<Record<string, IconName>> = {
  submitted: 'inbox',
  checking_started: 'search',
  assigned: 'user-check',
  released: 'undo-2',
  question_asked: 'circle-question-mark',
  complainant_wrote: 'message-circle',
  officer_wrote: 'message-square',
  investigation_started: 'search',
  answered: 'circle-check',
  office_changed: 'arrow-right-left',
  clock_paused: 'clock',
  clock_resumed: 'clock',
  deadline_extended: 'calendar-days',
  due_recounted: 'calendar-days',
  transfer_proposed: 'send',
  transfer_decided: 'message-circle',
  handed_over: 'send',
  transfer_unacknowledged: 'triangle-alert',
  transferred: 'arrow-right-left',
  acknowledged: 'arrow-right-left',
  transfer_returned: 'undo-2',
  split_off: 'file-text',
  split_from: 'file-text',
  part_rejoined: 'undo-2',
  shared: 'eye',
  share_ended: 'lock',
  withdrawn: 'undo-2',
  event_joined: 'users',
  event_left: 'undo-2',
  review_opened: 'scale',
  rated: 'star',
  code_renewed: 'key-round',
  identity_asked: 'key-round',
  identity_decided: 'key-round',
  identity_opened: 'eye',
}

function sayRoles(frame: Frame, roles: readonly string[]): string {
  const { t, has } = frame.words
  const known = roles.map((role) => t(has(`tracking.role.${role}`) ? `tracking.role.${role}` : 'tracking.role.other'))
  return known.length === 0 ? t('tracking.role.other') : known.join(', ')
}

function sayEvent(frame: Frame, { key, values, dates, body, roles }: TimelineLine, timeZone: string): string {
  const { t, has, date, locale } = frame.words
  if (!has(`tracking.event.${key}`)) return t('tracking.event.other')
  const days = Object.fromEntries(Object.entries(dates).map(([name, day]) => [name, date(day, timeZone)]))
  return t(`tracking.event.${key}`, {
    ...values,
    ...days,
    ...(body === undefined ? {} : { body: body[locale] }),
    ...(roles === undefined ? {} : { roles: sayRoles(frame, roles) }),
  })
}

/** Lines whose words name who did it already. */
const namesWho: ReadonlySet<string> = new Set([
  'complainant_wrote',
  'transfer_decided.yes',
  'transfer_decided.no',
  'transfer_decided.without_identity',
  'officer_wrote',
  'question_asked',
  'rated',
  'withdrawn',
])

/** What happened to the report, newest first. */
export function HistoryCard({ frame, view }: { readonly frame: Frame; readonly view: ReportView }): VNode {
  const { t } = frame.words
  const entries = view.timeline.map((line) => ({
    id: line.id,
    title: sayEvent(frame, line, view.timeZone),
    at: line.at,
    by: namesWho.has(line.key) || line.roles !== undefined ? undefined : t(`tracking.by.${line.by}`),
    icon: icons[line.key] ?? icons[line.key.split('.')[0] ?? ''] ?? 'circle-dot',
    ...(line.words === '' ? {} : { children: <p dir="auto">{line.words}</p> }),
  }))
  return (
    <Card title={t('tracking.timeline.title')} icon="rotate-ccw-clock" id="riwayat">
      <Timeline frame={frame} entries={entries} timeZone={view.timeZone} label={t('tracking.timeline.title')} />
    </Card>
  )
}

function sayAccess(frame: Frame, { roles, identity }: AccessDay): string {
  const said = sayRoles(frame, roles)
  return identity ? frame.words.t('tracking.access.identity', { roles: said }) : said
}

/** Who opened the report, by role and day: never a name (acceptance L5). */
export function AccessCard({ frame, view }: { readonly frame: Frame; readonly view: ReportView }): VNode {
  const { t, date, number } = frame.words
  const columns = [
    { key: 'day', header: t('tracking.access.day') },
    { key: 'role', header: t('tracking.access.role') },
    { key: 'times', header: t('tracking.access.times'), numeric: true },
  ]
  const rows = view.accesses.map((access) => ({
    id: `${access.day} ${access.identity} ${access.roles.join(' ')}`,
    cells: { day: date(access.at, view.timeZone), role: sayAccess(frame, access), times: number(access.times) },
  }))
  return (
    <Card title={t('tracking.access.title')} icon="eye" id="akses">
      <p>{t('tracking.access.lead')}</p>
      {rows.length === 0 ? (
        <p class="text-muted">{t('tracking.access.none')}</p>
      ) : (
        <Table caption={t('tracking.access.title')} hideCaption columns={columns} rows={rows} dense />
      )}
    </Card>
  )
}
