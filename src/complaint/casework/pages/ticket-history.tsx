import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import type { Words } from '../../../platform/i18n.ts'
import { Card, type IconName, Timeline, type TimelineEntry } from '../../../ui/index.ts'
import type { TicketEvent } from '../rules.ts'
import type { HistoryView } from './views.ts'
import { sayWorkingTime } from './working-time.ts'

const icons: Readonly<Record<TicketEvent['type'], IconName>> = {
  'ticket.submitted': 'inbox',
  'ticket.checking_started': 'search',
  'ticket.assigned': 'user-check',
  'ticket.queued': 'users',
  'ticket.released': 'undo-2',
  'ticket.question_asked': 'circle-question-mark',
  'ticket.complainant_wrote': 'message-circle',
  'ticket.officer_wrote': 'message-square',
  'ticket.noted': 'lock',
  'ticket.investigation_started': 'search',
  'ticket.answered': 'check',
  'ticket.answer_drafted': 'pencil',
  'ticket.answer_checked': 'list-checks',
  'ticket.closed': 'circle-check',
  'ticket.reopened': 'undo-2',
  'ticket.archived': 'archive',
  'ticket.unarchived': 'undo-2',
  'ticket.office_changed': 'arrow-right-left',
  'ticket.reclassified': 'tag',
  'ticket.severity_set': 'triangle-alert',
  'ticket.clock_paused': 'clock',
  'ticket.clock_resumed': 'clock',
  'ticket.deadline_extended': 'calendar-days',
  'ticket.due_recounted': 'calendar-days',
  'ticket.withdrawn': 'user-x',
  'ticket.transfer_proposed': 'send',
  'ticket.transfer_decided': 'message-circle',
  'ticket.handed_over': 'send',
  'ticket.transfer_unacknowledged': 'triangle-alert',
  'ticket.transfer_cancelled': 'x',
  'ticket.transferred': 'arrow-right-left',
  'ticket.transfer_returned': 'undo-2',
  'ticket.referred': 'external-link',
  'ticket.merged': 'link',
  'ticket.unmerged': 'undo-2',
  'ticket.split_off': 'file-plus',
  'ticket.split_from': 'file-plus',
  'ticket.part_rejoined': 'undo-2',
  'ticket.due_bound': 'calendar-days',
  'ticket.review_opened': 'scale',
  'ticket.rated': 'star',
  'ticket.code_renewed': 'key-round',
  'ticket.contribution_asked': 'users',
  'ticket.contribution_ended': 'users',
  'ticket.event_joined': 'users',
  'ticket.event_left': 'undo-2',
  'ticket.identity_asked': 'key-round',
  'ticket.identity_decided': 'key-round',
  'ticket.identity_opened': 'eye',
  'ticket.shared': 'link',
  'ticket.share_ended': 'link',
  'ticket.subject_named': 'shield',
}

type DecidingRule = Extract<TicketEvent, { type: 'ticket.assigned' }>['payload']['rule']

/** Which rule gave it, and why to this officer; nothing where a person did. */
function sayRule({ t }: Words, rule: DecidingRule): string {
  return rule === undefined ? '' : t('casework.by_rule.because', { rule: rule.name, because: t(`casework.by_rule.${rule.because}`) })
}

/** What an event says beside its name. */
function describeEvent(words: Words, event: TicketEvent): { readonly title: string; readonly text: string } {
  const { t, date } = words
  const name = `casework.event.${event.type.slice('ticket.'.length)}`
  switch (event.type) {
    case 'ticket.assigned':
      return { title: t(name, { officer: event.payload.officerName }), text: event.payload.words ?? sayRule(words, event.payload.rule) }
    case 'ticket.queued':
      return { title: t(name, { queue: event.payload.queueName }), text: t('casework.by_rule', { rule: event.payload.rule }) }
    case 'ticket.answered':
      return { title: t(name, { outcome: t(`record.outcome.${event.payload.outcome}`) }), text: '' }
    case 'ticket.answer_drafted':
      return { title: t(name, { needed: event.payload.needed }), text: '' }
    case 'ticket.answer_checked': {
      const { verdict, reason, words: explained } = event.payload
      return { title: t(`${name}.${verdict}`, reason === null ? {} : { reason: t(`casework.check.reason.${reason}`) }), text: explained }
    }
    case 'ticket.closed':
      return { title: t(name, { reason: t(`casework.close.${event.payload.reason}`) }), text: event.payload.words }
    case 'ticket.reopened':
      return { title: t(name), text: t(`casework.reopen.${event.payload.reason}`) }
    case 'ticket.archived':
      return { title: t(name, { reason: t(`record.archive.${event.payload.reason}`) }), text: event.payload.words }
    case 'ticket.office_changed':
      return { title: t(name, { office: event.payload.toOfficeName }), text: event.payload.words }
    case 'ticket.reclassified':
      return {
        title: t(name, { category: event.payload.category, class: event.payload.class, due: date(new Date(event.payload.dueAt)) }),
        text: '',
      }
    case 'ticket.severity_set': {
      const { severity, reasons, words: explained } = event.payload
      const said = reasons.map((reason) => t(`casework.severity.reason.${reason}`)).join('; ')
      return { title: t(name, { severity: t(`casework.severity.${severity}`) }), text: [said, explained].filter(Boolean).join('. ') }
    }
    case 'ticket.clock_paused': {
      const { reason, latest, dueAt } = event.payload
      return {
        title: t(name, { latest: date(new Date(latest)), due: date(new Date(dueAt)) }),
        text: t(`record.pause.${reason}`),
      }
    }
    case 'ticket.clock_resumed': {
      const { because, pausedMinutes, dueAt } = event.payload
      const span = sayWorkingTime(words, pausedMinutes)
      return { title: t(name, { due: date(new Date(dueAt)), span }), text: t(`record.resumed.${because}`) }
    }
    case 'ticket.due_recounted':
    case 'ticket.due_bound':
    case 'ticket.split_from':
      return { title: t(name, { due: date(new Date(event.payload.dueAt)) }), text: '' }
    case 'ticket.deadline_extended': {
      const { reason, words: explained, from, dueAt } = event.payload
      const title = t(name, { from: date(new Date(from)), due: date(new Date(dueAt)) })
      return { title, text: `${t(`record.extension.${reason}`)}. ${explained}` }
    }
    case 'ticket.transfer_proposed':
      return { title: t(`${name}.${event.payload.asked ? 'asked' : 'basis'}`, { body: event.payload.body[words.locale] }), text: '' }
    case 'ticket.transfer_decided':
      return { title: t(`${name}.${event.payload.verdict}`, { body: event.payload.body[words.locale] }), text: '' }
    case 'ticket.handed_over': {
      const { body, acknowledgeBy } = event.payload
      const text = acknowledgeBy === null ? '' : t('casework.event.acknowledge_by', { by: date(new Date(acknowledgeBy)) })
      return { title: t(name, { body: body[words.locale] }), text }
    }
    case 'ticket.transfer_cancelled':
      return { title: t(name, { body: event.payload.body[words.locale] }), text: '' }
    case 'ticket.transfer_returned':
      return { title: t(name, { body: event.payload.body[words.locale] }), text: event.payload.words }
    case 'ticket.transferred': {
      const { body, to, reference = '', words: said } = event.payload
      const text = reference === '' ? said : t('casework.event.reference', { reference })
      return { title: t(name, { to: body?.[words.locale] ?? to }), text }
    }
    case 'ticket.referred':
      return { title: t(name, { to: event.payload.to }), text: event.payload.words }
    case 'ticket.contribution_asked':
      return { title: t(name, { office: event.payload.officeName, due: date(new Date(event.payload.dueAt)) }), text: '' }
    case 'ticket.contribution_ended': {
      const { officeName, how, by, to = '' } = event.payload
      return { title: t(`${name}.${how}`, { office: officeName, to }), text: by }
    }
    case 'ticket.identity_asked':
      return { title: t(name), text: t(`identity-opening.reason.${event.payload.reason}`) }
    case 'ticket.identity_decided':
      return { title: t(`${name}.${event.payload.verdict}`), text: '' }
    case 'ticket.shared': {
      const { body, until, purpose } = event.payload
      return { title: t(name, { body: body[words.locale], until: date(new Date(until)) }), text: t(`share.purpose.${purpose}`) }
    }
    case 'ticket.share_ended':
      return { title: t(name, { body: event.payload.body[words.locale] }), text: t(`share.ended.${event.payload.how}`) }
    case 'ticket.unmerged':
      return { title: t(name), text: t(`casework.unmerged.${event.payload.because}`) }
    case 'ticket.event_left':
      return { title: t(name), text: t(`casework.event_left.${event.payload.because}`) }
    case 'ticket.released':
    case 'ticket.withdrawn':
    case 'ticket.review_opened':
      return { title: t(name), text: event.payload.words }
    case 'ticket.rated':
      return { title: t(name, { solved: t(`casework.rated.${event.payload.solved}`) }), text: '' }
    case 'ticket.transfer_unacknowledged':
    case 'ticket.submitted':
    case 'ticket.checking_started':
    case 'ticket.question_asked':
    case 'ticket.complainant_wrote':
    case 'ticket.officer_wrote':
    case 'ticket.noted':
    case 'ticket.investigation_started':
    case 'ticket.unarchived':
    case 'ticket.merged':
    case 'ticket.split_off':
    case 'ticket.part_rejoined':
    case 'ticket.code_renewed':
    case 'ticket.event_joined':
    case 'ticket.identity_opened':
    case 'ticket.subject_named':
      return { title: t(name), text: '' }
  }
}

function toEntry(words: Words, { id, at, event, by, byComplainant, said = null }: HistoryView): TimelineEntry {
  const { title, text } = describeEvent(words, event)
  return {
    id,
    at,
    title,
    icon: icons[event.type],
    by: byComplainant ? words.t('casework.author.complainant') : (by ?? undefined),
    ...(text === '' && said === null
      ? {}
      : {
          children: (
            <>
              {text === '' ? null : <p dir="auto">{text}</p>}
              {said === null ? null : (
                <blockquote class="inset message-text" dir="auto">
                  {said}
                </blockquote>
              )}
            </>
          ),
        }),
  }
}

/** One fact in one line, for paper. */
export function sayEvent({ words }: Frame, line: HistoryView): string {
  const { title, by, children } = toEntry(words, line)
  const { text } = describeEvent(words, line.event)
  return [title, by, children === undefined ? '' : text].filter((part) => part !== undefined && part !== '').join(' · ')
}

type HistoryProps = { readonly frame: Frame; readonly history: readonly HistoryView[]; readonly timeZone: string }

/** Facts of a ticket's life in words. */
export function HistoryList({ frame, history, timeZone }: HistoryProps): VNode {
  return <Timeline frame={frame} timeZone={timeZone} entries={history.map((line) => toEntry(frame.words, line))} />
}

/** All that happened, the latest first. */
export function TicketHistory(props: HistoryProps): VNode {
  return (
    <Card title={props.frame.words.t('casework.history')}>
      <HistoryList {...props} history={[...props.history].reverse()} />
    </Card>
  )
}
