import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, ConsoleLayout, ErrorSummary, NoticeBanner, type Problems } from '../../../ui/index.ts'
import { ticketHref } from '../urls.ts'
import { Live } from './live.tsx'
import { DeedHead } from './ticket-head.tsx'
import { HistoryList } from './ticket-history.tsx'
import type { HeadView, HistoryView } from './views.ts'

/** What every page for one deed gets. */
export type DeedProps = {
  readonly frame: Frame
  readonly head: HeadView
  /** Fields as they were typed; nothing typed is ever lost to a refusal. */
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Problems
  /** What happened since the officer looked; empty when nothing did. */
  readonly changes: readonly HistoryView[]
  /** Whether the deed still fits where the ticket stands. */
  readonly offered: boolean
}

type LayoutProps = Omit<DeedProps, 'typed'> & {
  readonly title: string
  readonly lead?: string
  readonly children: ComponentChildren
  readonly ids?: Readonly<Record<string, string>>
}

function Changes({ frame, head, changes, offered }: Omit<DeedProps, 'typed' | 'problems'>): VNode | null {
  const { t } = frame.words
  if (changes.length === 0 && offered) return null
  return (
    <NoticeBanner frame={frame} tone="warning" title={t('casework.changed.title')} id="changed">
      <p>{t(offered ? 'casework.changed.lead' : 'casework.changed.over')}</p>
      <HistoryList frame={frame} history={changes} timeZone={head.timeZone} />
    </NoticeBanner>
  )
}

type ButtonsProps = Pick<DeedProps, 'frame' | 'head' | 'offered' | 'changes'> & { readonly label: string; readonly warning?: boolean }

/** The deed, as long as it fits where the ticket stands, and the way back. */
export function DeedButtons({ frame, head, offered, changes, label, warning }: ButtonsProps): VNode {
  return (
    <ButtonGroup>
      {offered ? <Button variant={warning ? 'warning' : 'primary'}>{label}</Button> : null}
      <Button variant="secondary" href={ticketHref(head.id)}>
        {frame.words.t(changes.length > 0 ? 'casework.changed.drop' : 'casework.cancel')}
      </Button>
    </ButtonGroup>
  )
}

/** A page for one deed on one ticket: what it is about, what changed meanwhile, what is wrong, and the form. */
export function DeedPage(props: LayoutProps): VNode {
  const { frame, head, title, lead, problems } = props
  const hasProblems = Object.keys(problems).length > 0
  const isConflict = props.changes.length > 0 || !props.offered
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${head.number}`} section="inbox" hasProblems={hasProblems}>
      <div class={isConflict ? 'stack' : 'stack max-w-3xl'}>
        <ErrorSummary frame={frame} problems={problems} {...(props.ids === undefined ? {} : { ids: props.ids })} />
        <DeedHead frame={frame} head={head} title={title} lead={lead} />
        <Live frame={frame} head={head} />
        {isConflict ? (
          <div class="beside">
            <Changes frame={frame} head={head} changes={props.changes} offered={props.offered} />
            <section class="stack" aria-label={frame.words.t('casework.changed.yours')}>
              <h2>{frame.words.t('casework.changed.yours')}</h2>
              {props.children}
            </section>
          </div>
        ) : (
          props.children
        )}
      </div>
    </ConsoleLayout>
  )
}
