import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Details, FilterBar, Form, Select } from '../../../ui/index.ts'
import { channels, filterNames, type InboxFilter, isNarrowed, kinds, sortsOf, statesOf, ticketClasses } from '../rules.ts'
import { inboxHref } from '../urls.ts'
import type { Option, OptionGroup } from './views.ts'

export type FilterChoices = {
  /** The officer's own units; a choice only where there are several. */
  readonly offices: readonly Option[]
  readonly categories: readonly OptionGroup[]
  readonly colleagues: readonly Option[]
  /** Teams; a choice only where the unit has some. */
  readonly queues: readonly Option[]
}

type FiltersProps = { readonly frame: Frame; readonly filter: InboxFilter; readonly choices: FilterChoices; readonly plainQuery: string }

type ChoiceProps = {
  readonly frame: Frame
  readonly of: keyof InboxFilter
  readonly value: string | null
  readonly options: readonly (Option | OptionGroup)[]
  readonly all?: boolean
}

function Choice({ frame, of, value, options, all = true }: ChoiceProps): VNode {
  const { t } = frame.words
  return (
    <Select
      frame={frame}
      name={filterNames[of]}
      label={t(`casework.filter.${of}`)}
      options={options}
      value={value ?? ''}
      autoSubmit
      {...(all ? { placeholder: t('casework.filter.all') } : {})}
    />
  )
}

/** Narrowing and ordering; folded away until something is narrowed. */
export function InboxFilters({ frame, filter, choices, plainQuery }: FiltersProps): VNode {
  const { t } = frame.words
  const say = (group: string, values: readonly string[]): Option[] => values.map((value) => ({ value, label: t(`${group}.${value}`) }))
  const officers = { label: t('casework.filter.officers'), options: choices.colleagues }
  return (
    <Details summary={t('casework.filter.title')} open={isNarrowed(filter)}>
      <Form
        frame={frame}
        method="get"
        action={inboxHref()}
        autoSubmit
        label={t('casework.filter.title')}
        hidden={{ [filterNames.tab]: filter.tab, ...(filter.office === null ? {} : { [filterNames.office]: filter.office }) }}
      >
        <FilterBar frame={frame}>
          <Choice frame={frame} of="sort" value={filter.sort} options={say('casework.sort', sortsOf(filter.tab))} all={false} />
          <Choice
            frame={frame}
            of="assignee"
            value={filter.assignee}
            options={[...say('casework.assignee', ['me', 'nobody', 'somebody']), ...(choices.colleagues.length > 0 ? [officers] : [])]}
          />
          {choices.queues.length > 0 ? (
            <Choice
              frame={frame}
              of="queue"
              value={filter.queue}
              options={[{ value: 'mine', label: t('casework.queue.mine') }, ...choices.queues]}
            />
          ) : null}
          {filter.tab === 'owed' ? (
            <Choice frame={frame} of="due" value={filter.due} options={say('casework.due', ['late', 'today', 'soon'])} />
          ) : null}
          {filter.tab === 'answered' ? null : (
            <Choice frame={frame} of="state" value={filter.state} options={say('record.state', statesOf(filter.tab))} />
          )}
          <Choice frame={frame} of="category" value={filter.category} options={choices.categories} />
          <Choice frame={frame} of="class" value={filter.class} options={say('casework.class', ticketClasses)} />
          <Choice frame={frame} of="kind" value={filter.kind} options={say('record.kind', kinds)} />
          <Choice frame={frame} of="channel" value={filter.channel} options={say('casework.channel', channels)} />
        </FilterBar>
        {isNarrowed(filter) ? (
          <Button variant="quiet" size="small" icon="x" href={inboxHref(plainQuery)}>
            {t('casework.filter.clear')}
          </Button>
        ) : null}
      </Form>
    </Details>
  )
}

/** Which of the own units the inbox shows. */
export function OfficeChoice({ frame, filter, choices }: Omit<FiltersProps, 'plainQuery'>): VNode | null {
  const { t } = frame.words
  if (choices.offices.length < 2) return null
  return (
    <Form frame={frame} method="get" action={inboxHref()} autoSubmit label={t('casework.filter.office')}>
      <FilterBar frame={frame}>
        <Choice frame={frame} of="office" value={filter.office} options={choices.offices} all={false} />
      </FilterBar>
    </Form>
  )
}
