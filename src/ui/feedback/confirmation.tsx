import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { CopyButton } from '../controls/script-buttons.tsx'
import { Icon } from '../icons/icon.tsx'

export type ConfirmationPanelProps = {
  /** The page's heading: "Your report was received". */
  readonly title: string
  /** What the number is: "Ticket number". */
  readonly numberLabel?: string
  readonly number?: string
  readonly children?: ComponentChildren
}

/** The end of a journey: it worked, and this is your number. */
export function ConfirmationPanel({ title, numberLabel, number, children }: ConfirmationPanelProps): VNode {
  return (
    <div class="confirmation">
      <Icon name="circle-check" size="huge" />
      <h1>{title}</h1>
      {number ? (
        <p>
          {numberLabel}
          <strong class="confirmation-number" dir="ltr" id="confirmation-number">
            {number}
          </strong>
        </p>
      ) : null}
      {children}
    </div>
  )
}

export type CodePanelProps = {
  readonly frame: Frame
  readonly label: string
  /** With or without separators; without, it is shown in groups of four. */
  readonly code: string
  /** Why it matters: "Shown only once. Keep it where nobody else looks." */
  readonly note?: ComponentChildren
  readonly id?: string
}

function groupCode(code: string): readonly string[] {
  return (/[\s-]/.test(code) ? code.split(/[\s-]+/) : (code.match(/.{1,4}/gu) ?? [])).filter((group) => group !== '')
}

/** A secret to write down: large, in groups, selected as a whole by one tap. */
export function CodePanel({ frame, label, code, note, id = 'code' }: CodePanelProps): VNode {
  const separator = code.includes('-') ? '-' : ' '
  return (
    <section class="code-panel" aria-labelledby={`${id}-label`}>
      <h2 id={`${id}-label`}>
        <Icon name="key-round" />
        <span>{label}</span>
      </h2>
      <p class="code-panel-code" id={id} dir="ltr" translate={false}>
        {groupCode(code).map((group, position, groups) => (
          <span key={position}>
            {group}
            {position < groups.length - 1 ? separator : ''}
          </span>
        ))}
      </p>
      {note ? <div class="code-panel-note">{note}</div> : null}
      <CopyButton frame={frame} target={id} what={label} />
    </section>
  )
}
