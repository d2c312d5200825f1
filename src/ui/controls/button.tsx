import type { ComponentChildren, VNode } from 'preact'
import { Icon, type IconName } from '../icons/icon.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'warning' | 'quiet' | 'gold'

export type ButtonProps = {
  readonly children: ComponentChildren
  /** One primary button a page; `warning` for what cannot be undone; `quiet` looks like a link; `gold` stands on the navy hero. */
  readonly variant?: ButtonVariant
  /** With an address it is a link that looks like a button; without, a button that sends its form. */
  readonly href?: string
  readonly type?: 'submit' | 'button' | 'reset'
  /** Names what was pressed when a form has several buttons. */
  readonly name?: string
  readonly value?: string
  readonly icon?: IconName
  /** Puts the icon after the words: for "continue" and "start". */
  readonly iconAtEnd?: boolean
  readonly size?: 'normal' | 'small' | 'large'
  readonly id?: string
  /** Sends another form than the one it stands in. */
  readonly form?: string
  /** Sends to another address than its form's own. */
  readonly formAction?: string
  /** What is said instead of the visible words when these alone would be ambiguous ("Take ticket TGP-…"). */
  readonly ariaLabel?: string
  /** Console: asks this question before sending. */
  readonly confirm?: string
  /** A file to save, not a page to open: the browser's live navigation leaves it alone. */
  readonly download?: boolean
  readonly lang?: string
}

const variants = {
  primary: 'btn btn-primary',
  secondary: 'btn btn-secondary',
  warning: 'btn btn-error',
  quiet: 'btn btn-quiet',
  gold: 'btn btn-gold',
} as const satisfies Readonly<Record<ButtonVariant, string>>
const sizes = { normal: '', small: 'btn-sm', large: 'btn-lg' } as const

function ButtonContent({ icon, iconAtEnd = false, children }: ButtonProps): VNode {
  const drawing = icon ? <Icon name={icon} flips={icon.startsWith('arrow-') || icon.startsWith('chevron-')} /> : null
  return (
    <>
      {iconAtEnd ? null : drawing}
      <span>{children}</span>
      {iconAtEnd ? drawing : null}
    </>
  )
}

function LinkButton({ look, href, props }: { readonly look: string; readonly href: string; readonly props: ButtonProps }): VNode {
  const loads = props.download ? { download: true, 'data-turbo': 'false' } : {}
  return (
    <a class={look} href={href} id={props.id} aria-label={props.ariaLabel} lang={props.lang} {...loads}>
      <ButtonContent {...props} />
    </a>
  )
}

/** A button, or with `href` a link of the same looks. */
export function Button(props: ButtonProps): VNode {
  const look = `${variants[props.variant ?? 'primary']} ${sizes[props.size ?? 'normal']}`.trim()
  if (props.href !== undefined) return <LinkButton look={look} href={props.href} props={props} />
  const question = props.confirm ? { 'data-controller': 'confirm', 'data-confirm-question-value': props.confirm } : {}
  return (
    <button
      class={look}
      type={props.type ?? 'submit'}
      id={props.id}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formAction}
      aria-label={props.ariaLabel}
      {...question}
    >
      <ButtonContent {...props} />
    </button>
  )
}

/** Buttons side by side, under each other on a small screen. */
export function ButtonGroup({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="button-group">{children}</div>
}
