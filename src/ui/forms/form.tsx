import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Icon } from '../icons/icon.tsx'

/**
 * Where unsent words are kept in the officer's own browser. A note and a reply never share a place. `savedAt`: the form shows what
 * the server kept then; what was typed since wins over it.
 */
export type DraftPlace = { readonly ticket: string; readonly kind: 'reply' | 'note'; readonly savedAt?: Date | undefined }

export type FormProps = {
  readonly frame: Frame
  readonly action: string
  readonly children: ComponentChildren
  readonly method?: 'post' | 'get'
  /** Needed as soon as the form has a file field. */
  readonly multipart?: boolean
  /** Sending the same form twice then counts once. */
  readonly idempotencyKey?: string | undefined
  /** More values to send along unseen. */
  readonly hidden?: Readonly<Record<string, string>> | undefined
  readonly id?: string
  /** Names the form as a landmark when a page has several. */
  readonly label?: string
  /** Console: keeps unsent words of this form. */
  readonly draft?: DraftPlace
  /** Console: fields with `autoSubmit` send the form when they change. */
  readonly autoSubmit?: boolean
  /** For signing in and out, where the whole page must be loaded anew, and where the answer leads to a place on the page. */
  readonly reload?: boolean
}

export type HiddenFieldsProps = {
  readonly frame: Frame
  readonly idempotencyKey?: string | undefined
  readonly hidden?: Readonly<Record<string, string>> | undefined
}

/** The fields that make a form ours: the token against forged requests, and the key that makes sending twice count once. */
export function HiddenFields({ frame, idempotencyKey, hidden }: HiddenFieldsProps): VNode {
  return (
    <>
      <input type="hidden" name="_csrf" value={frame.csrf()} />
      {idempotencyKey === undefined ? null : <input type="hidden" name="idempotencyKey" value={idempotencyKey} />}
      {Object.entries(hidden ?? {}).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}

function findControllers({ frame, draft, autoSubmit }: FormProps): Readonly<Record<string, string>> {
  const names = [...(draft ? ['draft-keeper'] : []), ...(autoSubmit ? ['auto-submit'] : [])]
  return {
    ...(names.length > 0 ? { 'data-controller': names.join(' ') } : {}),
    ...(draft
      ? {
          'data-draft-keeper-place-value': `${frame.officer?.id ?? ''}:${draft.kind}:${draft.ticket}`,
          ...(draft.savedAt ? { 'data-draft-keeper-saved-value': draft.savedAt.toISOString() } : {}),
          'data-action': 'input->draft-keeper#keep turbo:submit-end->draft-keeper#settle',
        }
      : {}),
  }
}

/** What is written for officers only stands on another ground than what the complainant will read. */
const composers = {
  reply: { look: 'composer', icon: 'eye' },
  note: { look: 'composer composer-note', icon: 'lock' },
} as const

/** Says before the first word is typed who will read it. */
function ComposerNotice({ frame, kind }: { readonly frame: Frame; readonly kind: DraftPlace['kind'] }): VNode {
  return (
    <p class="composer-notice">
      <Icon name={composers[kind].icon} size="small" />
      <strong>{frame.words.t(`ui.composer.${kind}`)}</strong>
    </p>
  )
}

/** A form. A posted one carries the hidden fields by itself; a GET form never does, so that no token lands in an address. */
export function Form(props: FormProps): VNode {
  const { frame, method = 'post' } = props
  return (
    <form
      action={props.action}
      method={method}
      enctype={props.multipart ? 'multipart/form-data' : undefined}
      id={props.id}
      aria-label={props.label}
      class={props.draft ? composers[props.draft.kind].look : undefined}
      data-turbo={props.reload ? 'false' : undefined}
      novalidate
      {...findControllers(props)}
    >
      {method === 'post' ? (
        <HiddenFields frame={frame} idempotencyKey={props.idempotencyKey} hidden={props.hidden} />
      ) : (
        Object.entries(props.hidden ?? {}).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)
      )}
      {props.draft ? <ComposerNotice frame={frame} kind={props.draft.kind} /> : null}
      {props.children}
    </form>
  )
}
