import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, ConsoleLayout, EmptyState, Form, InsetText, PageHeading, Select, Table } from '../../../ui/index.ts'
import type { Option } from './views.ts'

type Props = {
  readonly frame: Frame
  readonly officer: string
  readonly action: string
  readonly back: { readonly href: string; readonly label: string }
  readonly receivers: readonly Option[]
  /** What they have in hand; null for an administrator, who sees no reports. */
  readonly held:
    | readonly { readonly id: string; readonly number: string; readonly title: string; readonly due: Date; readonly timeZone: string }[]
    | null
}

function HeldTable({ frame, held }: { readonly frame: Frame; readonly held: NonNullable<Props['held']> }): VNode {
  const { t, date } = frame.words
  return (
    <Table
      caption={t('assignment.held', { count: held.length })}
      dense
      columns={[
        { key: 'number', header: t('assignment.held.number') },
        { key: 'due', header: t('assignment.held.due') },
      ]}
      rows={held.map(({ id, number, title, due, timeZone }) => ({
        id,
        cells: {
          number: (
            <a href={`/petugas/laporan/${id}`} dir="auto">
              {number} {title}
            </a>
          ),
          due: date(due, timeZone),
        },
      }))}
    />
  )
}

/** Handing over everything that somebody has in hand: to one person or as the rules say, with one button. */
export function HandOverPage({ frame, officer, action, back, receivers, held }: Props): VNode {
  const { t } = frame.words
  const title = t('assignment.hand_over.title', { officer })
  const none = held !== null && held.length === 0
  return (
    <ConsoleLayout frame={frame} title={title} section={held === null ? 'officers' : 'load'}>
      <div class="stack max-w-3xl">
        <BackLink frame={frame} href={back.href} label={back.label} />
        <PageHeading lead={t('assignment.hand_over.lead')}>{title}</PageHeading>
        {held === null ? <InsetText>{t('assignment.hand_over.unseen')}</InsetText> : null}
        {none ? (
          <EmptyState title={t('assignment.held.none')} icon="circle-check" />
        ) : (
          <>
            <Form frame={frame} action={action} label={title}>
              <Select
                frame={frame}
                name="to"
                label={t('assignment.hand_over.to')}
                hint={t('assignment.hand_over.to.hint')}
                placeholder={t('assignment.hand_over.rules')}
                options={receivers}
                width="medium"
              />
              <Button icon="arrow-right-left">{t('assignment.hand_over.send')}</Button>
            </Form>
            {held === null ? null : <HeldTable frame={frame} held={held} />}
          </>
        )}
      </div>
    </ConsoleLayout>
  )
}
