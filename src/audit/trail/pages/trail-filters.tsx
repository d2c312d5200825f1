import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { FilterBar, Form, type Problems, Select, TextField } from '../../../ui/index.ts'
import type { TrailQuery } from '../rules/filter.ts'
import { nameEvent } from './entry-table.tsx'

type Props = { readonly frame: Frame; readonly query: TrailQuery; readonly problems: Problems; readonly events: readonly string[] }

type DayProps = {
  readonly frame: Frame
  readonly name: 'dari' | 'sampai'
  readonly value: string | undefined
  readonly problem: string | undefined
}

/** A day out of a calendar: the browser's own, which every browser of an office has. */
function DayField({ frame, name, value, problem }: DayProps): VNode {
  const id = `field-${name}`
  return (
    <div class={problem === undefined ? 'field' : 'field field-invalid'}>
      <label class="field-label" for={id}>
        {frame.words.t(`trail.filter.${name}`)}
      </label>
      {problem === undefined ? null : (
        <p class="field-problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <input
        class="input w-full"
        type="date"
        id={id}
        name={name}
        value={value ?? ''}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
      />
    </div>
  )
}

export function TrailFilters({ frame, query, problems, events }: Props): VNode {
  const { t } = frame.words
  const field = { frame, problems }
  const outcomes = (['done', 'refused'] as const).map((value) => ({ value, label: t(`trail.outcome.${value}`) }))
  const kinds = events
    .map((value) => ({ value, label: nameEvent(frame, value) }))
    .sort((a, b) => a.label.localeCompare(b.label, frame.words.locale))
  return (
    <Form frame={frame} action="/petugas/jejak" method="get" autoSubmit label={t('trail.filter')}>
      <FilterBar frame={frame}>
        <DayField frame={frame} name="dari" value={query.dari} problem={problems['dari']} />
        <DayField frame={frame} name="sampai" value={query.sampai} problem={problems['sampai']} />
        <TextField {...field} name="pelaku" label={t('trail.filter.pelaku')} value={query.pelaku} spellcheck={false} />
        <Select
          {...field}
          name="peristiwa"
          label={t('trail.filter.peristiwa')}
          placeholder={t('trail.filter.all')}
          value={query.peristiwa}
          options={kinds}
          autoSubmit
        />
        <Select
          {...field}
          name="hasil"
          label={t('trail.filter.hasil')}
          placeholder={t('trail.filter.all')}
          value={query.hasil}
          options={outcomes}
          autoSubmit
        />
        <TextField {...field} name="objek" label={t('trail.filter.objek')} value={query.objek} spellcheck={false} ltr />
        <TextField {...field} name="alamat" label={t('trail.filter.alamat')} value={query.alamat} spellcheck={false} ltr />
      </FilterBar>
    </Form>
  )
}
