import type { VNode } from 'preact'
import {
  BackLink,
  Card,
  ConsoleLayout,
  DescriptionGrid,
  EmptyState,
  ErrorSummary,
  NoticeBanner,
  PageHeading,
  Table,
} from '../../../ui/index.ts'
import { proposeHref, ticketHref } from '../urls.ts'
import { Next, type Props, Taking, type WithHop } from './hop-deeds.tsx'

/** What stands about a hand-over, as far as there is something to say. */
function listFacts({ frame, view, hop }: WithHop): readonly { readonly term: string; readonly value: string }[] {
  const { t, date, dateTime } = frame.words
  const at = (moment: Date | null): string => (moment === null ? '' : dateTime(moment, view.timeZone))
  const consent = hop.basis === null ? (hop.verdict === null ? 'none' : hop.verdict) : 'basis'
  const facts = [
    { term: t('scope.fact.proposed'), value: `${at(hop.proposedAt)}, ${hop.proposedName}` },
    { term: t('scope.reason'), value: t(`scope.reason.${hop.reason}`) },
    { term: t('scope.fact.consent'), value: t(`scope.fact.consent.${consent}`, { at: at(hop.decidedAt) }) },
    { term: t('scope.basis'), value: hop.basis === null ? '' : `${t(`scope.basis.${hop.basis}`)}: ${hop.basisWords ?? ''}` },
    { term: t('scope.share'), value: view.shared.map((share) => t(`scope.share.${share}`)).join('; ') },
    { term: t('scope.fact.sent'), value: at(hop.sentAt) },
    { term: t('scope.fact.by'), value: hop.acknowledgeBy === null ? '' : date(hop.acknowledgeBy, view.timeZone) },
    { term: t('scope.reference'), value: hop.reference },
    {
      term: t('scope.fact.acknowledged'),
      value: hop.acknowledgedOn === null ? '' : `${date(new Date(`${hop.acknowledgedOn}T00:00:00Z`), 'UTC')}, ${hop.receiver}`,
    },
    { term: t('scope.fact.returned'), value: at(hop.returnedAt) },
    { term: t('scope.return.words'), value: hop.returnWords },
    { term: t('scope.contact'), value: hop.contact },
  ]
  return facts.filter(({ value }) => value !== '')
}

function Earlier({ frame, view }: Props): VNode | null {
  const { t, date, locale } = frame.words
  const rows = view.hops.slice(1).map((hop) => ({
    id: hop.id,
    cells: {
      body: hop.body[locale],
      state: t(`scope.state.${hop.state}`),
      at: date(hop.returnedAt ?? hop.sentAt ?? hop.decidedAt ?? hop.proposedAt, view.timeZone),
      words: hop.returnWords,
    },
  }))
  if (rows.length === 0) return null
  const columns = ['body', 'state', 'at', 'words'].map((key) => ({ key, header: t(`scope.earlier.${key}`) }))
  return <Table caption={t('scope.earlier')} dense columns={columns} rows={rows} />
}

function Current(props: WithHop): VNode {
  const { frame, hop, view } = props
  const { t, locale, date } = frame.words
  const name = hop.state === 'sent' && view.late ? 'late' : hop.state
  const values = {
    body: hop.body[locale],
    at: date(hop.returnedAt ?? hop.sentAt ?? hop.decidedAt ?? hop.proposedAt, view.timeZone),
    by: hop.acknowledgeBy === null ? '' : date(hop.acknowledgeBy, view.timeZone),
  }
  return (
    <>
      <NoticeBanner
        frame={frame}
        id="now"
        tone={name === 'late' || name === 'refused' ? 'warning' : 'info'}
        title={t(`scope.now.${name}`, values)}
      >
        <p>{t(`scope.now.${name}.next`, values)}</p>
        {name === 'refused' && hop.contact !== '' ? <p>{t('scope.refused.contact', { contact: hop.contact })}</p> : null}
      </NoticeBanner>
      <Next {...props} />
      <Card title={t('scope.facts', { body: hop.body[locale] })}>
        <DescriptionGrid items={listFacts(props)} />
        <h3 class="font-semibold">{t('scope.message')}</h3>
        <p class="message-text" dir="auto">
          {hop.message}
        </p>
        {view.deeds.includes('send') || view.shared.length === 0 ? null : <Taking {...props} />}
      </Card>
    </>
  )
}

/** How a report's way to another body stands, and what is to be recorded of it. */
export function HopPage(props: Props): VNode {
  const { frame, view, problems } = props
  const { t } = frame.words
  const title = t('scope.title')
  const hop = view.hops[0]
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${view.number}`} section="sent_on" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={ticketHref(view.id)} label={t('scope.back', { number: view.number })} />
        <PageHeading caption={view.number} size="medium">
          {title}
        </PageHeading>
        <p class="text-muted" dir="auto">
          {view.title}
        </p>
        {view.elsewhere ? (
          <NoticeBanner frame={frame} id="elsewhere" tone="warning">
            <p>{t('scope.elsewhere')}</p>
          </NoticeBanner>
        ) : null}
        {hop === undefined ? (
          <EmptyState title={t('scope.none')}>
            {view.mayPropose ? (
              <p>
                <a href={proposeHref(view.id)}>{t('scope.next.propose')}</a>
              </p>
            ) : null}
          </EmptyState>
        ) : (
          <Current {...props} hop={hop} />
        )}
        <Earlier {...props} />
      </div>
    </ConsoleLayout>
  )
}
