import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, ConsoleLayout, NoticeBanner } from '../../../ui/index.ts'
import type { Unfit, Verb } from '../rules.ts'
import { ticketHref } from '../urls.ts'
import { DeedHead } from './ticket-head.tsx'
import { HistoryList } from './ticket-history.tsx'
import type { HeadView, HistoryView } from './views.ts'

type Props = {
  readonly frame: Frame
  readonly head: HeadView
  readonly verb: Verb
  readonly why: Unfit
  readonly assignee: string | null
  readonly last: readonly HistoryView[]
}

const ownTitles: Partial<Readonly<Record<Verb, string>>> = {
  ask: 'casework.write.title',
  write: 'casework.write.title',
  answer: 'casework.answer.title',
  note: 'casework.note.title',
}

function sayWhy({ frame, head, verb, why, assignee }: Props): string {
  const { t } = frame.words
  if (verb === 'send_on' && head.state === 'merged') return t('scope.unfit.merged')
  if (why === 'already') return t(`casework.unfit.already.${verb}`)
  if (why === 'state') return t('casework.unfit.state', { state: t(`record.state.${head.state}`) })
  return assignee === null ? t('casework.unfit.nobody') : t('casework.unfit.held', { officer: assignee })
}

/** Says truly why something cannot be done with a report: nobody need have been first. */
export function UnfitPage(props: Props): VNode {
  const { frame, head, verb, last } = props
  const { t } = frame.words
  const title = t(ownTitles[verb] ?? `casework.verb.${verb}`)
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${head.number}`} section="inbox">
      <div class="stack max-w-3xl">
        <DeedHead frame={frame} head={head} title={title} />
        <NoticeBanner frame={frame} tone="warning" id="unfit">
          <p>{sayWhy(props)}</p>
        </NoticeBanner>
        <Card title={t('casework.unfit.last')}>
          <HistoryList frame={frame} history={last} timeZone={head.timeZone} />
        </Card>
        <Button href={ticketHref(head.id)}>{t('casework.unfit.open')}</Button>
      </div>
    </ConsoleLayout>
  )
}
