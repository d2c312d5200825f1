import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, CheckboxGroup, Form, Icon } from '../../../ui/index.ts'
import { checklistHref } from '../urls.ts'
import type { ChecklistView, TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }
type ListProps = Props & { readonly list: ChecklistView }
type Item = ChecklistView['items'][number]

function sayTick({ frame, view }: Props, { ticked }: Item): string | undefined {
  const { t, dateTime } = frame.words
  return ticked === null ? undefined : t('checklist.ticket.by', { by: ticked.by, at: dateTime(ticked.at, view.timeZone) })
}

function TickForm(props: ListProps): VNode {
  const { frame, view, list } = props
  const { t } = frame.words
  const ticked = list.items.filter((item) => item.ticked !== null).map(({ position }) => String(position))
  return (
    <Form
      frame={frame}
      action={checklistHref(view.id)}
      hidden={{ category: list.category, version: String(list.version) }}
      label={t('checklist.ticket.title')}
      reload
    >
      {ticked.map((position) => (
        <input key={position} type="hidden" name="before" value={position} />
      ))}
      <CheckboxGroup
        frame={frame}
        name="after"
        label={t('checklist.ticket.label')}
        options={list.items.map((item) => ({ value: String(item.position), label: item.words, hint: sayTick(props, item) }))}
        values={ticked}
      />
      <Button variant="secondary" icon="list-checks">
        {t('checklist.ticket.save')}
      </Button>
    </Form>
  )
}

function Item(props: Props & { readonly item: Item }): VNode {
  const { frame, item } = props
  return (
    <li>
      {item.ticked === null ? null : <Icon name="check" size="small" />} {item.words}{' '}
      <span class="text-muted">({sayTick(props, item) ?? frame.words.t('checklist.ticket.open')})</span>
    </li>
  )
}

/** What is to be looked at in reports of this category, and what of it was. */
export function TicketChecklist({ frame, view }: Props): VNode | null {
  const { t } = frame.words
  const list = view.checklist
  if (list === null) return null
  const done = list.items.filter(({ ticked }) => ticked !== null).length
  return (
    <div id="daftar-periksa">
      <Card title={t('checklist.ticket.title')}>
        <p class="text-muted">{t('checklist.ticket.done', { done, count: list.items.length })}</p>
        {list.mayTick ? (
          <TickForm frame={frame} view={view} list={list} />
        ) : (
          <ul class="stack">
            {list.items.map((item) => (
              <Item key={item.position} frame={frame} view={view} item={item} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  )
}
