import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Icon } from '../icons/icon.tsx'
import { fieldId, type Problems } from './problems.ts'

/** What every field takes. */
export type FieldProps = {
  readonly frame: Frame
  /** The name it is sent under, and under which `problems` is looked up. */
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** All problems of the form; the field finds its own. */
  readonly problems?: Problems | undefined
  /** Adds "(optional)" to the label. Say what is optional; all else is needed. */
  readonly optional?: boolean | undefined
  /** When this field is the whole page, its label is the page's heading. */
  readonly asHeading?: boolean | undefined
  /** Only when two forms of a page have a field of the same name. */
  readonly id?: string | undefined
}

export type FieldWiring = {
  readonly id: string
  readonly hintId: string
  readonly problemId: string
  readonly problem: string | undefined
  /** For `aria-describedby`: hint, then problem, then what the field adds. */
  readonly describedBy: string | undefined
  readonly invalid: 'true' | undefined
}

/** Ids and ARIA values that tie label, hint and problem to the control. */
export function wireField(props: FieldProps, ...more: readonly string[]): FieldWiring {
  const id = props.id ?? fieldId(props.name)
  const problem = props.problems?.[props.name]
  const hintId = `${id}-hint`
  const problemId = `${id}-problem`
  const described = [...(props.hint ? [hintId] : []), ...(problem ? [problemId] : []), ...more]
  return {
    id,
    hintId,
    problemId,
    problem,
    describedBy: described.length > 0 ? described.join(' ') : undefined,
    invalid: problem ? 'true' : undefined,
  }
}

/** The words of a label or legend, with "(optional)" where it is. */
export function LabelText({ props }: { readonly props: FieldProps }): VNode {
  return (
    <>
      {props.label}
      {props.optional ? <span class="field-optional"> ({props.frame.words.t('ui.field.optional')})</span> : null}
    </>
  )
}

/** Hint and problem, in the order in which they are read. */
export function FieldNotes({ props, wiring }: { readonly props: FieldProps; readonly wiring: FieldWiring }): VNode {
  return (
    <>
      {props.hint ? (
        <p class="field-hint" id={wiring.hintId}>
          {props.hint}
        </p>
      ) : null}
      {wiring.problem ? (
        <p class="field-problem" id={wiring.problemId}>
          <Icon name="circle-alert" />
          <span>
            <span class="sr-only">{props.frame.words.t('ui.field.problem')} </span>
            {wiring.problem}
          </span>
        </p>
      ) : null}
    </>
  )
}

type ShellProps = { readonly props: FieldProps; readonly wiring: FieldWiring; readonly children: ComponentChildren }

/** A single control with its label. */
export function Field({ props, wiring, children }: ShellProps): VNode {
  const label = (
    <label class={props.asHeading ? 'field-label-heading' : 'field-label'} for={wiring.id}>
      <LabelText props={props} />
    </label>
  )
  return (
    <div class={wiring.problem ? 'field field-invalid' : 'field'}>
      {props.asHeading ? <h1>{label}</h1> : label}
      <FieldNotes props={props} wiring={wiring} />
      {children}
    </div>
  )
}

/** Several controls that answer one question. */
export function FieldGroup({ props, wiring, children }: ShellProps): VNode {
  const text = <LabelText props={props} />
  return (
    <div class={wiring.problem ? 'field field-invalid' : 'field'}>
      <fieldset aria-describedby={wiring.describedBy}>
        <legend class={props.asHeading ? 'field-label-heading' : 'field-label'}>{props.asHeading ? <h1>{text}</h1> : text}</legend>
        <FieldNotes props={props} wiring={wiring} />
        {children}
      </fieldset>
    </div>
  )
}
