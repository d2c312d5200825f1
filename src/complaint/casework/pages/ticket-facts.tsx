import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, type Description, DescriptionGrid, FileList, Icon } from '../../../ui/index.ts'
import { mailsHref } from '../urls.ts'
import type { TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

function describePerson({ frame, view }: Props): readonly Description[] {
  const { t } = frame.words
  const { person } = view
  const term = t('casework.fact.person')
  if (person.kind !== 'known') return [{ term, value: t(`casework.person.${person.kind}`) }]
  const contact = [person.email, person.phone].filter((text) => text !== '').join(' · ')
  return [
    { term, value: person.name === '' ? t('casework.person.nameless') : <span dir="auto">{person.name}</span> },
    { term: t('casework.fact.contact'), value: contact === '' ? '' : <span dir="ltr">{contact}</span> },
  ]
}

/** What was put down later says both days: its deadlines count from the first. */
function sayReceived({ frame, view }: Props): string {
  const { t, date, dateTime } = frame.words
  const at = dateTime(view.submittedAt, view.timeZone)
  if (view.receivedAt === null) return `${at} · ${view.channel}`
  return t('casework.fact.received.earlier', { date: date(view.receivedAt, view.timeZone), channel: view.channel, at })
}

function describe({ frame, view }: Props): readonly Description[] {
  const { t, date } = frame.words
  const assignee = view.mine ? t('casework.line.mine') : (view.assignee?.label ?? t('casework.line.nobody'))
  return [
    { term: t('casework.fact.assignee'), value: assignee },
    ...(view.byRule === null
      ? []
      : [
          {
            term: t('casework.fact.by_rule'),
            value: t('casework.by_rule.because', { rule: view.byRule.name, because: t(`casework.by_rule.${view.byRule.because}`) }),
          },
        ]),
    ...(view.queue === null ? [] : [{ term: t('casework.fact.queue'), value: view.queue }]),
    { term: t('casework.fact.office'), value: view.officeName },
    ...(view.concernedOfficeName === null || view.concernedOfficeName === view.officeName
      ? []
      : [{ term: t('casework.fact.concerned'), value: view.concernedOfficeName }]),
    { term: t('casework.fact.category'), value: view.category },
    { term: t('casework.fact.received'), value: sayReceived({ frame, view }) },
    ...describePerson({ frame, view }),
    ...(view.relation === null ? [] : [{ term: t('casework.fact.relation'), value: view.relation }]),
    { term: t('casework.fact.happened_on'), value: view.happenedOn === null ? '' : date(view.happenedOn, 'UTC') },
    { term: t('casework.fact.happened_at'), value: view.happenedAt === '' ? '' : <span dir="auto">{view.happenedAt}</span> },
    { term: t('casework.fact.language'), value: view.language },
  ]
}

/** Who, where and when, as far as this officer may know. */
export function TicketFacts(props: Props): VNode {
  const { t } = props.frame.words
  return (
    <Card title={t('casework.facts')}>
      <DescriptionGrid items={describe(props)} columns={2} />
      <p class="mt-3">
        <a class="inline-flex items-center gap-1.5" href={mailsHref(props.view.id)}>
          <Icon name="mail" size="small" /> {t('casework.mails')}
        </a>
      </p>
    </Card>
  )
}

/** What the complainant wrote, as they wrote it. */
export function TicketStory({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <Card title={t('casework.story')}>
      <p class="message-text" dir="auto">
        {view.body}
      </p>
      {view.wish === '' ? null : (
        <>
          <h3 class="mt-4 font-bold">{t('casework.wish')}</h3>
          <p class="message-text" dir="auto">
            {view.wish}
          </p>
        </>
      )}
      {view.files.length === 0 ? null : (
        <>
          <h3 class="mt-4 mb-2 font-bold">{t('casework.files')}</h3>
          <FileList frame={frame} files={view.files} />
        </>
      )}
    </Card>
  )
}
