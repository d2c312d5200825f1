import type { VNode } from 'preact'
import { Field, type FieldProps, wireField } from './field.tsx'

export type TextFieldProps = FieldProps & {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'tel' | 'password' | 'search' | 'url'
  /** As in HTML: `name`, `email`, `tel`, `current-password`, `one-time-code`, `off` … */
  readonly autocomplete?: string
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'tel' | 'email' | 'search'
  /** As wide as the answer is expected to be. */
  readonly width?: 'full' | 'medium' | 'short' | 'tiny'
  readonly maxLength?: number
  /** Off for names, numbers and codes. */
  readonly spellcheck?: boolean
  /** Numbers, addresses and codes stay left-to-right in every language. */
  readonly ltr?: boolean
  /** Words inside the box's edge, such as a unit. */
  readonly suffix?: string
}

const widths = { full: 'w-full', medium: 'w-full max-w-80', short: 'w-full max-w-44', tiny: 'w-full max-w-24' } as const

/** One line of text. */
export function TextField(props: TextFieldProps): VNode {
  const wiring = wireField(props)
  const input = (
    <input
      class={`input ${widths[props.width ?? 'full']}`}
      id={wiring.id}
      name={props.name}
      // Preact's types ask for one literal type each, because roles depend on it; no role is given here.
      type={(props.type ?? 'text') as 'text'}
      value={props.value ?? ''}
      aria-describedby={wiring.describedBy}
      aria-invalid={wiring.invalid}
      autocomplete={props.autocomplete}
      inputmode={props.inputmode}
      maxlength={props.maxLength}
      {...(props.spellcheck === false ? { spellcheck: false, autocapitalize: 'off' } : {})}
      dir={props.ltr ? 'ltr' : undefined}
    />
  )
  return (
    <Field props={props} wiring={wiring}>
      {props.suffix ? (
        <div class="field-affix">
          {input}
          <span aria-hidden="true">{props.suffix}</span>
        </div>
      ) : (
        input
      )}
    </Field>
  )
}
