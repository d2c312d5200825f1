import type { VNode } from 'preact'
import { Field, type FieldProps, wireField } from './field.tsx'

export type TextAreaProps = FieldProps & {
  readonly value?: string | undefined
  readonly rows?: number
  /** Shown as a limit; with script also as what is left. The form's schema enforces it, so nothing typed is cut off. */
  readonly maxLength?: number
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps): VNode {
  const limit = props.maxLength
  const limitId = `${props.id ?? `field-${props.name}`}-limit`
  const wiring = wireField(props, ...(limit === undefined ? [] : [limitId]))
  const { t } = props.frame.words
  const area = (
    <textarea
      class="textarea w-full"
      id={wiring.id}
      name={props.name}
      rows={props.rows ?? 6}
      aria-describedby={wiring.describedBy}
      aria-invalid={wiring.invalid}
      dir="auto"
    >
      {props.value ?? ''}
    </textarea>
  )
  return (
    <Field props={props} wiring={wiring}>
      {limit === undefined ? (
        area
      ) : (
        <div
          data-count={limit}
          data-count-left={t('ui.count.left')}
          data-count-over={t('ui.count.over')}
          data-count-locale={props.frame.words.locale}
        >
          {area}
          <p class="field-limit" id={limitId}>
            {t('ui.count.limit', { count: limit })}
          </p>
        </div>
      )}
    </Field>
  )
}
