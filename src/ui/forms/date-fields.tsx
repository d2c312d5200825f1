import type { VNode } from 'preact'
import { FieldGroup, type FieldProps, wireField } from './field.tsx'

export type DateFieldsProps = FieldProps & {
  readonly day?: string | undefined
  readonly month?: string | undefined
  readonly year?: string | undefined
}

const parts = [
  { part: 'day', suffix: 'Day', digits: 2, width: 'w-18' },
  { part: 'month', suffix: 'Month', digits: 2, width: 'w-18' },
  { part: 'year', suffix: 'Year', digits: 4, width: 'w-24' },
] as const

/** A date one knows by heart, in three boxes sent as `<name>Day`, `<name>Month`, `<name>Year`; its problem is under `<name>`. */
export function DateFields(props: DateFieldsProps): VNode {
  const wiring = wireField(props)
  return (
    <FieldGroup props={props} wiring={wiring}>
      <div class="date-parts">
        {parts.map(({ part, suffix, digits, width }, position) => {
          const id = position === 0 ? wiring.id : `${wiring.id}-${part}`
          return (
            <div key={part}>
              <label class="date-label" for={id}>
                {props.frame.words.t(`ui.date.${part}`)}
              </label>
              <input
                class={`input ${width}`}
                id={id}
                name={`${props.name}${suffix}`}
                type="text"
                inputmode="numeric"
                autocomplete="off"
                maxlength={digits}
                value={props[part] ?? ''}
                aria-invalid={wiring.invalid}
                dir="ltr"
              />
            </div>
          )
        })}
      </div>
    </FieldGroup>
  )
}
