import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, ConsoleLayout, Form, NoticeBanner, PageHeading, Table } from '../../../ui/index.ts'
import type { BulkDeed } from '../rules.ts'
import { bulkUndoHref, inboxHref, ticketHref } from '../urls.ts'

export type BulkLine = { readonly id: string; readonly number: string; readonly title: string; readonly why: string | null }

export type BulkView = {
  readonly id: string
  readonly deed: BulkDeed
  readonly done: number
  readonly skipped: number
  /** Of both, those that can still be seen. */
  readonly lines: readonly BulkLine[]
  readonly mayUndo: boolean
  readonly undone: boolean
}

type Props = { readonly frame: Frame; readonly view: BulkView }

function Lines({ frame, view, left }: Props & { readonly left: boolean }): VNode | null {
  const { t, has } = frame.words
  const lines = view.lines.filter(({ why }) => (why !== null) === left)
  if (lines.length === 0) return null
  const say = (why: string): string => t(has(`casework.bulk.why.${why}`) ? `casework.bulk.why.${why}` : 'casework.bulk.why.conflict')
  return (
    <Table
      caption={t(left ? 'casework.bulk.left' : 'casework.bulk.these')}
      columns={[
        { key: 'number', header: t('casework.bulk.number') },
        { key: 'title', header: t('casework.bulk.title') },
        ...(left ? [{ key: 'why', header: t('casework.bulk.because') }] : []),
      ]}
      rows={lines.map(({ id, number, title, why }) => ({
        id,
        cells: {
          number: (
            <a class="whitespace-nowrap" href={ticketHref(id)}>
              {number}
            </a>
          ),
          title: <span dir="auto">{title}</span>,
          why: why === null ? '' : say(why),
        },
      }))}
    />
  )
}

/** What was done to many at once, to which not and why, and the way back. */
export function BulkPage({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={t('casework.bulk.heading')} section="inbox">
      <div class="stack max-w-3xl">
        <BackLink frame={frame} href={inboxHref()} label={t('casework.back.inbox')} />
        <PageHeading size="medium">{t('casework.bulk.heading')}</PageHeading>
        <NoticeBanner frame={frame} tone={view.skipped > 0 || view.done === 0 ? 'warning' : 'success'} id="done">
          <p>{t(`casework.bulk.done.${view.deed}`, { count: view.done })}</p>
          {view.skipped > 0 ? <p>{t('casework.bulk.skipped', { count: view.skipped })}</p> : null}
          {view.undone ? <p>{t('casework.bulk.was_undone')}</p> : null}
        </NoticeBanner>
        {view.mayUndo && view.done > 0 ? (
          <Form frame={frame} action={bulkUndoHref(view.id)} label={t('casework.bulk.undo')}>
            <p class="text-muted">{t('casework.bulk.undo.hint')}</p>
            <Button icon="undo-2" variant="secondary">
              {t('casework.bulk.undo')}
            </Button>
          </Form>
        ) : null}
        <Lines frame={frame} view={view} left />
        <Lines frame={frame} view={view} left={false} />
      </div>
    </ConsoleLayout>
  )
}
