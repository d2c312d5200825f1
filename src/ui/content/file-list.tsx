import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Icon } from '../icons/icon.tsx'

export type ListedFile = {
  readonly name: string
  /** Where it can be had; nothing while it is being checked, or when the reader may not have it. */
  readonly href: string | null
  readonly bytes: number
  readonly type: string
  /** Why it cannot be opened, or what was done to it. */
  readonly note?: string | undefined
}

export type FileListProps = { readonly frame: Frame; readonly files: readonly ListedFile[]; readonly label?: string }

function sayKind(type: string): string {
  const short = type.split('/').at(-1) ?? type
  return short === 'jpeg' ? 'JPG' : short.toUpperCase()
}

function saySize(frame: Frame, bytes: number): string {
  const { t, number } = frame.words
  return bytes >= 1_000_000
    ? t('ui.size.mb', { size: number(Math.round(bytes / 100_000) / 10) })
    : t('ui.size.kb', { size: number(Math.max(1, Math.round(bytes / 1000))) })
}

/** Files with kind and size, so that nobody opens a large one unawares. */
export function FileList({ frame, files, label }: FileListProps): VNode {
  return (
    <ul class="files" aria-label={label ?? frame.words.t('ui.files')}>
      {files.map(({ name, href, bytes, type, note }) => (
        <li key={`${name}-${href ?? ''}`}>
          <Icon name={type.startsWith('image/') ? 'image' : 'file-text'} />
          <div>
            {href === null ? (
              <span dir="auto">{name}</span>
            ) : (
              <a href={href} data-turbo="false" dir="auto">
                {name}
              </a>
            )}
            <span class="files-facts">
              {sayKind(type)}, {saySize(frame, bytes)}
            </span>
            {note ? <span class="files-facts">{note}</span> : null}
          </div>
        </li>
      ))}
    </ul>
  )
}
