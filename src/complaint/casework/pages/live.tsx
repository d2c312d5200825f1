import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { LiveNews, LivePlace } from '../../../ui/index.ts'
import { watchTicketHref, writingHref } from '../urls.ts'
import type { HeadView } from './views.ts'

type Props = { readonly frame: Frame; readonly head: HeadView; readonly refresh?: boolean }

/** What others do with a report while it is open here: who reads or writes, and that it changed. */
export function Live({ frame, head, refresh = false }: Props): VNode {
  return (
    <LiveNews frame={frame} href={watchTicketHref(head.id, head.version)} writingHref={writingHref(head.id)} refresh={refresh}>
      <LivePlace name="presence" icon="users" />
    </LiveNews>
  )
}
