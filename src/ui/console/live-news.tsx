import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { Icon } from '../icons/icon.tsx'

export type LiveNewsProps = {
  readonly frame: Frame
  /** The stream of this page. */
  readonly href: string
  /** More places for what the stream tells, as `LivePlace`. */
  readonly children?: ComponentChildren
}

/** Where an open page says what happened since; empty, and not there without script. Nothing on the page moves by itself. */
export function LiveNews({ frame, href, children }: LiveNewsProps): VNode {
  return (
    <div class="live no-print" role="status" data-controller="live" data-live-url-value={href}>
      {children}
      <p class="live-news" data-live-target="place" data-place="changed" hidden>
        <Icon name="rotate-ccw-clock" size="small" />
        <span data-words />
        <a href={frame.path} data-turbo-action="replace">
          {frame.words.t('ui.live.refresh')}
        </a>
      </p>
    </div>
  )
}
