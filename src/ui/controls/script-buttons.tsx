import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Icon } from '../icons/icon.tsx'

/** Prints the page. Hidden until the script that makes it work is there. */
export function PrintButton({ frame }: { readonly frame: Frame }): VNode {
  return (
    <button type="button" class="btn btn-secondary no-print" data-print hidden>
      <Icon name="printer" />
      <span>{frame.words.t('ui.print')}</span>
    </button>
  )
}

type CopyButtonProps = {
  readonly frame: Frame
  /** The id of the element whose text is copied. */
  readonly target: string
  /** What is copied, for those who do not see it: "access code". */
  readonly what: string
}

/** Copies the text of an element. Hidden until the script that makes it work is there. */
export function CopyButton({ frame, target, what }: CopyButtonProps): VNode {
  const { t } = frame.words
  return (
    <span class="copy no-print" hidden data-copy={target} data-copied={t('ui.copied')}>
      <button type="button" class="btn btn-secondary">
        <Icon name="copy" />
        <span>
          {t('ui.copy')} <span class="sr-only">{what}</span>
        </span>
      </button>
      <span class="copy-answer" role="status" />
    </span>
  )
}
