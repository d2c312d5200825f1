import type { VNode } from 'preact'
import { Field, type FieldProps, wireField } from './field.tsx'

export type FileFieldProps = FieldProps & {
  /** Types as the `accept` attribute wants them; the server judges by content. */
  readonly accept?: string
  readonly multiple?: boolean
  /** Opens the camera first on a phone. */
  readonly capture?: boolean
}

/** Files from the device. State number, kinds and size in `hint`. */
export function FileField(props: FileFieldProps): VNode {
  const wiring = wireField(props)
  return (
    <Field props={props} wiring={wiring}>
      <input
        class="file-input w-full"
        id={wiring.id}
        name={props.name}
        type="file"
        accept={props.accept}
        multiple={props.multiple}
        capture={props.capture ? 'environment' : undefined}
        aria-describedby={wiring.describedBy}
        aria-invalid={wiring.invalid}
      />
    </Field>
  )
}
