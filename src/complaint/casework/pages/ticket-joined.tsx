import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, StatusTag, Table } from '../../../ui/index.ts'
import { ticketHref, verbHref } from '../urls.ts'
import type { JoinedView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

function Into({ frame, view, into }: Props & { readonly into: NonNullable<JoinedView['into']> }): VNode {
  const { t } = frame.words
  return (
    <>
      <p>{t('casework.joined.into', { number: into.number })}</p>
      <p>
        <a href={ticketHref(into.id)} dir="auto">
          {into.number} {into.title}
        </a>
      </p>
      {into.mayUndo && view.verbs.has('unmerge') ? (
        <Form frame={frame} action={verbHref(view.id, 'unmerge')} label={t('casework.verb.unmerge')}>
          <Button icon="undo-2" variant="secondary">
            {t('casework.verb.unmerge')}
          </Button>
        </Form>
      ) : null}
    </>
  )
}

function Members({ frame, view }: Props): VNode {
  const { t, date } = frame.words
  const { members, total } = view.joined
  return (
    <>
      <Table
        caption={t('casework.joined.members', { count: total })}
        dense
        columns={[
          { key: 'number', header: t('casework.joined.number') },
          { key: 'language', header: t('casework.joined.language') },
          { key: 'due', header: t('casework.joined.due') },
        ]}
        rows={members.map(({ id, number, title, language, dueAt, wrote }) => ({
          id,
          cells: {
            number: (
              <>
                <a href={ticketHref(id)} dir="auto">
                  {number} {title}
                </a>{' '}
                {wrote ? <StatusTag icon="message-circle">{t('casework.joined.wrote')}</StatusTag> : null}
              </>
            ),
            language,
            due: date(dueAt, view.timeZone),
          },
        }))}
      />
      {total > members.length ? <p>{t('casework.joined.more', { count: total - members.length })}</p> : null}
    </>
  )
}

/** The reports handled together with this one that the officer sees; nothing where there are none. */
export function TicketJoined({ frame, view }: Props): VNode | null {
  const { into, members } = view.joined
  if (into === null && members.length === 0) return null
  return (
    <Card title={frame.words.t('casework.joined')}>
      {into === null ? null : <Into frame={frame} view={view} into={into} />}
      {members.length === 0 ? null : <Members frame={frame} view={view} />}
    </Card>
  )
}
