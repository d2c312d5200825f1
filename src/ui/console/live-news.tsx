import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { HiddenFields } from '../forms/form.tsx'
import { Icon, type IconName } from '../icons/icon.tsx'

export type LiveNewsProps = {
  readonly frame: Frame
  /** The stream of this page. */
  readonly href: string
  /** Where the page tells that its officer is typing. */
  readonly writingHref?: string
  /** Whether the page can simply be loaded anew. */
  readonly refresh?: boolean
  /** More places for what the stream tells, as `LivePlace`. */
  readonly children?: ComponentChildren
}

/** A place that the stream fills with words; not there while there are none. */
export function LivePlace({ name, icon }: { readonly name: string; readonly icon: IconName }): VNode {
  return (
    <p class="live-news" data-live-target="place" data-place={name} hidden>
      <Icon name={icon} size="small" />
      <span data-words />
    </p>
  )
}

/** Where an open page says what happened since; empty, and not there without script. Nothing on the page moves by itself. */
export function LiveNews({ frame, href, writingHref, refresh = false, children }: LiveNewsProps): VNode {
  return (
    <div class="live no-print" role="status" data-controller="live" data-live-url-value={href}>
      {writingHref === undefined ? null : (
        <form action={writingHref} method="post" data-live-target="writing" hidden>
          <HiddenFields frame={frame} />
        </form>
      )}
      {children}
      <p class="live-news" data-live-target="place" data-place="changed" hidden>
        <Icon name="rotate-ccw-clock" size="small" />
        <span data-words />
        {refresh ? (
          <a href={frame.path} data-turbo-action="replace">
            {frame.words.t('ui.live.refresh')}
          </a>
        ) : null}
      </p>
    </div>
  )
}
