import type { ComponentChildren, VNode } from 'preact'
import { FieldGroup, FieldNotes, type FieldProps, wireField } from './field.tsx'

export type Choice = {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
  /** Further fields that belong to this answer. Shown at once without script; with script only while it is chosen. */
  readonly more?: ComponentChildren
  /** A word above it that sets it apart from the others: "or". */
  readonly divider?: string | undefined
}

type ChoiceLineProps = {
  readonly type: 'radio' | 'checkbox'
  readonly name: string
  readonly id: string
  readonly choice: Choice
  readonly checked: boolean
  readonly invalid?: 'true' | undefined
  readonly describedBy?: string | undefined
}

function ChoiceLine({ type, name, id, choice, checked, invalid, describedBy }: ChoiceLineProps): VNode {
  // The first answer carries the group's own id, and the group has a hint too.
  const hintId = `${id}-choice-hint`
  const described = [describedBy, choice.hint ? hintId : undefined].filter(Boolean).join(' ')
  return (
    <>
      {choice.divider ? <p class="choice-divider">{choice.divider}</p> : null}
      <div class="choice">
        <input
          class={type === 'radio' ? 'radio' : 'checkbox'}
          type={type}
          id={id}
          name={name}
          value={choice.value}
          checked={checked}
          aria-invalid={invalid}
          aria-describedby={described || undefined}
        />
        <label for={id}>{choice.label}</label>
        {choice.hint ? (
          <p class="choice-hint" id={hintId}>
            {choice.hint}
          </p>
        ) : null}
      </div>
      {choice.more ? (
        <div class="choice-more" data-more-of={id}>
          {choice.more}
        </div>
      ) : null}
    </>
  )
}

function choiceId(base: string, position: number): string {
  return position === 0 ? base : `${base}-${position + 1}`
}

export type RadioGroupProps = FieldProps & {
  readonly options: readonly Choice[]
  readonly value?: string | undefined
  /** Side by side: only for two short answers. */
  readonly inline?: boolean
}

/** One answer out of a few. */
export function RadioGroup(props: RadioGroupProps): VNode {
  const wiring = wireField(props)
  return (
    <FieldGroup props={props} wiring={wiring}>
      <div class={props.inline ? 'choices choices-inline' : 'choices'}>
        {props.options.map((choice, position) => (
          <ChoiceLine
            key={choice.value}
            type="radio"
            name={props.name}
            id={choiceId(wiring.id, position)}
            choice={choice}
            checked={choice.value === props.value}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

export type CheckboxGroupProps = FieldProps & {
  readonly options: readonly Choice[]
  readonly values?: readonly string[] | undefined
}

/** Any number of answers out of a few. */
export function CheckboxGroup(props: CheckboxGroupProps): VNode {
  const wiring = wireField(props)
  return (
    <FieldGroup props={props} wiring={wiring}>
      <div class="choices">
        {props.options.map((choice, position) => (
          <ChoiceLine
            key={choice.value}
            type="checkbox"
            name={props.name}
            id={choiceId(wiring.id, position)}
            choice={choice}
            checked={props.values?.includes(choice.value) ?? false}
            invalid={wiring.invalid}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

export type CheckboxProps = FieldProps & {
  readonly checked?: boolean | undefined
  /** What is sent when ticked; `1` when not given. */
  readonly value?: string
}

/** A single yes-or-nothing, with its label beside it. */
export function Checkbox(props: CheckboxProps): VNode {
  const { hint, ...withoutHint } = props
  const wiring = wireField(withoutHint)
  const choice = { value: props.value ?? '1', label: props.label, hint }
  return (
    <div class={wiring.problem ? 'field field-invalid' : 'field'}>
      <FieldNotes props={withoutHint} wiring={wiring} />
      <ChoiceLine
        type="checkbox"
        name={props.name}
        id={wiring.id}
        choice={choice}
        checked={props.checked ?? false}
        invalid={wiring.invalid}
        describedBy={wiring.describedBy}
      />
    </div>
  )
}
