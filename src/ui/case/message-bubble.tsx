import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { FileList, type ListedFile } from '../content/file-list.tsx'
import { Icon, type IconName } from '../icons/icon.tsx'

/** A note is for officers only and must never look like a message. */
export type MessageKind = 'complainant' | 'officer' | 'note' | 'system'

const kinds = {
  complainant: { look: 'message message-complainant', icon: 'user' },
  officer: { look: 'message message-officer', icon: 'landmark' },
  note: { look: 'message message-note', icon: 'lock' },
  system: { look: 'message message-system', icon: 'info' },
} as const satisfies Readonly<Record<MessageKind, { look: string; icon: IconName }>>

export type MessageBubbleProps = {
  readonly frame: Frame
  readonly kind: MessageKind
  /** What stands above it instead of the console's words: to complainants, they themselves are "you". */
  readonly label?: string
  readonly author?: string
  readonly at: Date
  /** The text as it was typed; line breaks are kept. */
  readonly text?: string
  /** The language of the text, where it is known: not always that of the page. */
  readonly language?: string
  readonly children?: ComponentChildren
  readonly files?: readonly ListedFile[] | undefined
  readonly timeZone?: string
  readonly id?: string
}

/** One turn of a conversation, or an internal note. Who speaks, and who can read it, is said in words each time. */
export function MessageBubble(props: MessageBubbleProps): VNode {
  const { frame, kind, author, at, files } = props
  const { look, icon } = kinds[kind]
  return (
    <article class={look} id={props.id}>
      <header>
        <p class="message-kind">
          <Icon name={icon} size="small" />
          <strong>{props.label ?? frame.words.t(`ui.message.${kind}`)}</strong>
        </p>
        <p class="message-facts">
          {author ? (
            <>
              <span dir="auto">{author}</span>
              {' · '}
            </>
          ) : null}
          <time dateTime={at.toISOString()}>{frame.words.dateTime(at, props.timeZone)}</time>
        </p>
      </header>
      {props.text ? (
        <p class="message-text" dir="auto" lang={props.language}>
          {props.text}
        </p>
      ) : null}
      {props.children}
      {files && files.length > 0 ? <FileList frame={frame} files={files} /> : null}
    </article>
  )
}
