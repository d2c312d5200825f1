import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ButtonGroup, Card, DateFields, Details, Form, type Problems, TextArea, TextField } from '../../../ui/index.ts'
import { type HopDeed, type HopState, type LegalBasis, longestName, longestReason, longestReference, type Share } from '../rules.ts'
import { fill, paths, proposeHref, ticketHref } from '../urls.ts'

type Name = { readonly id: string; readonly en: string }
type HopView = {
  readonly id: string
  readonly state: HopState
  readonly body: Name
  readonly contact: string
  readonly reason: string
  readonly words: string
  readonly message: string
  readonly basis: LegalBasis | null
  readonly basisWords: string | null
  readonly verdict: string | null
  readonly proposedAt: Date
  readonly proposedName: string
  readonly decidedAt: Date | null
  readonly sentAt: Date | null
  readonly acknowledgeBy: Date | null
  readonly reference: string
  readonly receiver: string
  readonly acknowledgedOn: string | null
  readonly returnedAt: Date | null
  readonly returnWords: string
}

type View = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly timeZone: string
  readonly hops: readonly HopView[]
  readonly shared: readonly Share[]
  readonly hasFiles: boolean
  readonly deeds: readonly HopDeed[]
  readonly mayPropose: boolean
  /** Somebody was first: what was pressed does not fit any more. */
  readonly elsewhere: boolean
  readonly late: boolean
  readonly typed: Readonly<Record<string, string>>
}
export type Props = { readonly frame: Frame; readonly view: View; readonly problems: Problems }
export type WithHop = Props & { readonly hop: HopView }

function DeedForm({
  props,
  path,
  label,
  children,
  quiet,
}: {
  readonly props: Props
  readonly path: string
  readonly label: string
  readonly children?: ComponentChildren
  readonly quiet?: boolean
}): VNode {
  return (
    <Form frame={props.frame} action={fill(path, props.view.id)} label={label}>
      {children}
      <Button variant={quiet ? 'secondary' : 'primary'}>{label}</Button>
    </Form>
  )
}

function ReferenceField({ frame, view, problems }: Props): VNode {
  return (
    <TextField
      frame={frame}
      problems={problems}
      name="reference"
      label={frame.words.t('scope.reference')}
      optional
      width="medium"
      maxLength={longestReference}
      value={view.typed['reference']}
    />
  )
}

/** Take what may go, give it to the body, and say so. */
function Send(props: WithHop): VNode {
  const { t, locale } = props.frame.words
  return (
    <Card title={t('scope.send.title', { body: props.hop.body[locale] })}>
      <ol class="list-decimal ps-6">
        {(['take', 'give', 'record'] as const).map((step) => (
          <li key={step}>{t(`scope.send.${step}`)}</li>
        ))}
      </ol>
      {props.hop.verdict === 'without_identity' ? <p>{t('scope.send.without_identity')}</p> : null}
      <Taking {...props} />
      <DeedForm props={props} path={paths.send} label={t('scope.send.submit')}>
        <ReferenceField {...props} />
      </DeedForm>
    </Card>
  )
}

/** What the body gets, as it gets it. */
export function Taking({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <ButtonGroup>
      <Button href={fill(paths.paper, view.id)} variant="secondary" icon="file-text" download>
        {t('scope.take.paper')}
      </Button>
      {view.shared.includes('files') && view.hasFiles ? (
        <Button href={fill(paths.bundle, view.id)} variant="secondary" icon="download" download>
          {t('scope.take.bundle')}
        </Button>
      ) : null}
    </ButtonGroup>
  )
}

function Acknowledge(props: WithHop): VNode {
  const { frame, view, problems } = props
  const { t, locale } = frame.words
  const { typed } = view
  return (
    <Card title={t('scope.acknowledge.title', { body: props.hop.body[locale] })}>
      <p>{t('scope.acknowledge.lead')}</p>
      <DeedForm props={props} path={paths.acknowledge} label={t('scope.acknowledge.submit')}>
        <TextField
          frame={frame}
          problems={problems}
          name="receiver"
          label={t('scope.receiver')}
          hint={t('scope.receiver.hint')}
          width="medium"
          maxLength={longestName}
          value={typed['receiver']}
        />
        <DateFields
          frame={frame}
          problems={problems}
          name="on"
          label={t('scope.on')}
          day={typed['onDay']}
          month={typed['onMonth']}
          year={typed['onYear']}
        />
        <ReferenceField {...props} />
      </DeedForm>
    </Card>
  )
}

function Return(props: WithHop): VNode {
  const { frame, view, problems } = props
  const { t } = frame.words
  return (
    <Details summary={t('scope.return.title')} open={problems['words'] !== undefined}>
      <DeedForm props={props} path={paths.return} label={t('scope.return.submit')} quiet>
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('scope.return.words')}
          hint={t('scope.return.words.hint')}
          rows={3}
          maxLength={longestReason}
          value={view.typed['words']}
        />
      </DeedForm>
    </Details>
  )
}

/** What can be done next, the likely first. */
export function Next(props: WithHop): VNode {
  const { frame, view } = props
  const { t } = frame.words
  const has = (deed: HopDeed): boolean => view.deeds.includes(deed)
  return (
    <>
      {has('send') ? <Send {...props} /> : null}
      {has('acknowledge') ? <Acknowledge {...props} /> : null}
      {has('return') ? <Return {...props} /> : null}
      {has('cancel') ? (
        <Details summary={t('scope.cancel.title')}>
          <p>{t('scope.cancel.lead')}</p>
          <DeedForm props={props} path={paths.cancel} label={t('scope.cancel.submit')} quiet />
        </Details>
      ) : null}
      {view.mayPropose && ['refused', 'returned', 'cancelled'].includes(props.hop.state) ? (
        <ButtonGroup>
          <Button href={`${ticketHref(view.id)}#answer`} icon="message-square">
            {t('scope.next.answer')}
          </Button>
          <Button href={proposeHref(view.id)} icon="send" variant="secondary">
            {t('scope.next.other')}
          </Button>
        </ButtonGroup>
      ) : null}
    </>
  )
}
