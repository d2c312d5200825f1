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

/** A button, or with `href` a link of the same looks. */
export function Button(props: ButtonProps): VNode {
  const { variant = 'primary', size = 'normal', icon, iconAtEnd = false } = props
  const drawing = icon ? <Icon name={icon} flips={icon.startsWith('arrow-') || icon.startsWith('chevron-')} /> : null
  const content = (
    <>
      {iconAtEnd ? null : drawing}
      <span>{props.children}</span>
      {iconAtEnd ? drawing : null}
    </>
  )
  const look = `${variants[variant]} ${sizes[size]}`.trim()
  const confirmation = props.confirm ? { 'data-controller': 'confirm', 'data-confirm-question-value': props.confirm } : {}
  if (props.href !== undefined)
    return (
      <a class={look} href={props.href} id={props.id} aria-label={props.ariaLabel} lang={props.lang} download={props.download} data-turbo={props.download ? 'false' : undefined}>
        {content}
      </a>
    )
  return (
    <button class={look} type={props.type ?? 'submit'} id={props.id} name={props.name} value={props.value} form={props.form} formaction={props.formAction} aria-label={props.ariaLabel} {...confirmation}>
      {content}
    </button>
  )
}

/** Buttons side by side, under each other on a small screen. */
export function ButtonGroup({ children }: { readonly children: ComponentChildren }): VNode {
  return <div class="button-group">{children}</div>
}
