import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Details, Form, type IconName } from '../../../ui/index.ts'
import type { Verb } from '../rules.ts'
import { verbHref } from '../urls.ts'
import type { TicketView } from './views.ts'

type Props = { readonly frame: Frame; readonly view: TicketView }

/** Done by one press: nothing has to be said, and each can be undone by another. */
const presses = [
  { verb: 'take', icon: 'user-check' },
  { verb: 'investigate', icon: 'search' },
  { verb: 'reopen', icon: 'undo-2' },
  { verb: 'unarchive', icon: 'undo-2' },
] as const satisfies readonly { verb: Verb; icon: IconName }[]

/** Need a reason or a choice, on a page of their own; of each day. */
const deeds = [
  { verb: 'assign', icon: 'user-plus' },
  { verb: 'close', icon: 'check' },
] as const satisfies readonly { verb: Verb; icon: IconName }[]

/** Now and then: folded, because eight buttons above the report would hide it on a phone. */
const rare = [
  { verb: 'release', icon: 'inbox' },
  { verb: 'reclassify', icon: 'tag' },
  { verb: 'extend', icon: 'calendar-days' },
  { verb: 'merge', icon: 'copy' },
  { verb: 'split', icon: 'file-plus' },
  { verb: 'link', icon: 'link' },
  { verb: 'transfer', icon: 'arrow-right-left' },
  { verb: 'send_on', icon: 'send' },
  { verb: 'archive', icon: 'archive' },
] as const satisfies readonly { verb: Verb; icon: IconName }[]

/** What can be done with this ticket by this officer now, and nothing else. */
export function TicketVerbs({ frame, view }: Props): VNode | null {
  const { t } = frame.words
  const { verbs, id } = view
  const pressed = presses.filter(({ verb }) => verbs.has(verb))
  const offered = deeds.filter(({ verb }) => verbs.has(verb))
  const folded = rare.filter(({ verb }) => verbs.has(verb))
  if (pressed.length + offered.length + folded.length === 0 && !verbs.has('answer')) return null
  const link = ({ verb, icon }: { readonly verb: Verb; readonly icon: IconName }): VNode => (
    <Button key={verb} href={verbHref(id, verb)} icon={icon} variant="secondary">
      {t(`casework.verb.${verb}`)}
    </Button>
  )
  return (
    <section class="stack no-print" aria-label={t('casework.verbs')}>
      <div class="button-group">
        {verbs.has('answer') && view.mine ? (
          <Button href="#answer" icon="message-square">
            {t('casework.answer.title')}
          </Button>
        ) : null}
        {pressed.map(({ verb, icon }, position) => (
          <Form key={verb} frame={frame} action={verbHref(id, verb)} label={t(`casework.verb.${verb}`)}>
            <Button icon={icon} variant={position === 0 && !view.mine ? 'primary' : 'secondary'}>
              {t(`casework.verb.${verb}`)}
            </Button>
          </Form>
        ))}
        {offered.map(link)}
      </div>
      {folded.length === 0 ? null : (
        <Details summary={t('casework.verbs.more')}>
          <div class="button-group">{folded.map(link)}</div>
        </Details>
      )}
    </section>
  )
}
