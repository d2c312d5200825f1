import type { VNode } from 'preact'
import { Field, type FieldProps, wireField } from './field.tsx'

export type SelectOption = { readonly value: string; readonly label: string }
export type SelectOptionGroup = { readonly label: string; readonly options: readonly SelectOption[] }
export type SelectEntry = SelectOption | SelectOptionGroup

export type SelectProps = FieldProps & {
  /** Options, or groups of options under a heading. */
  readonly options: readonly SelectEntry[]
  readonly value?: string | undefined
  /** The first, empty option: "Choose an office". Left out, the first option is taken. */
  readonly placeholder?: string
  readonly width?: 'full' | 'medium' | 'short'
  /** Console filters: sends the form as soon as it changes. */
  readonly autoSubmit?: boolean
}

const widths = { full: 'w-full', medium: 'w-full max-w-80', short: 'w-full max-w-44' } as const

function Options({ entries, value }: { readonly entries: readonly SelectEntry[]; readonly value: string | undefined }): VNode {
  return (
    <>
      {entries.map((entry) =>
        'options' in entry ? (
          <optgroup key={entry.label} label={entry.label}>
            <Options entries={entry.options} value={value} />
          </optgroup>
        ) : (
          <option key={entry.value} value={entry.value} selected={entry.value === value}>
            {entry.label}
          </option>
        ),
      )}
    </>
  )
}

/** One answer out of a list. */
export function Select(props: SelectProps): VNode {
  const wiring = wireField(props)
  return (
    <Field props={props} wiring={wiring}>
      <select
        class={`select ${widths[props.width ?? 'full']}`}
        id={wiring.id}
        name={props.name}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid}
        data-action={props.autoSubmit ? 'auto-submit#send' : undefined}
      >
        {props.placeholder === undefined ? null : <option value="">{props.placeholder}</option>}
        <Options entries={props.options} value={props.value} />
      </select>
    </Field>
  )
}

export type SearchableSelectProps = SelectProps

/** One answer out of a long list: a grouped select, which the script turns into a box to type in. */
export function SearchableSelect(props: SearchableSelectProps): VNode {
  const { t } = props.frame.words
  return (
    <div
      data-combobox
      data-combobox-none={t('ui.combobox.none')}
      data-combobox-some={t('ui.combobox.some')}
      data-combobox-open={t('ui.combobox.open')}
    >
      <Select {...props} />
    </div>
  )
}
