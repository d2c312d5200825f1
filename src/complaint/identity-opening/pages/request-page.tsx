import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Card,
  ConsoleLayout,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  RadioGroup,
  StatusTag,
  TextArea,
  type Tone,
} from '../../../ui/index.ts'
import { identityReasons, longestReason, type Stage } from '../rules.ts'
import { decideHref, endHref, identityHref, requestHref, ticketHref } from '../urls.ts'

type OpeningView = {
  readonly id: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly reason: string
  readonly words: string
  readonly stage: Stage
  readonly decidedByName: string | null
  readonly decidedWords: string
  readonly decidedAt: Date | null
  readonly expiresAt: Date | null
  readonly isMine: boolean
  readonly mayDecide: boolean
  readonly mayEnd: boolean
}

type Props = {
  readonly frame: Frame
  readonly id: string
  readonly number: string
  readonly title: string
  readonly timeZone: string
  readonly mayAsk: boolean
  /** The newest first. */
  readonly openings: readonly OpeningView[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Problems
}

const tones: Readonly<Record<Stage, Tone>> = { asked: 'warning', open: 'info', expired: 'neutral', refused: 'danger', ended: 'neutral' }

function AskForm({ frame, id, typed, problems }: Props): VNode {
  const { t } = frame.words
  const shared = { frame, problems } as const
  return (
    <Card title={t('identity-opening.ask.title')}>
      <Form frame={frame} action={requestHref(id)} label={t('identity-opening.ask.title')}>
        <RadioGroup
          {...shared}
          name="reason"
          label={t('identity-opening.ask.reason')}
          options={identityReasons.map((reason) => ({ value: reason, label: t(`identity-opening.reason.${reason}`) }))}
          value={typed['reason']}
        />
        <TextArea
          {...shared}
          name="words"
          label={t('identity-opening.ask.words')}
          hint={t('identity-opening.ask.words.hint')}
          rows={4}
          maxLength={longestReason}
          value={typed['words']}
        />
        <Button icon="send">{t('identity-opening.ask.send')}</Button>
      </Form>
    </Card>
  )
}

function DecideForm({ frame, id, opening, typed, problems }: Props & { readonly opening: OpeningView }): VNode {
  const { t } = frame.words
  return (
    <Form frame={frame} action={decideHref(id, opening.id)} label={t('identity-opening.decide.title')}>
      <TextArea
        frame={frame}
        problems={problems}
        name="words"
        label={t('identity-opening.decide.words')}
        hint={t('identity-opening.decide.words.hint')}
        rows={3}
        maxLength={longestReason}
        value={typed['words']}
      />
      <div class="button-group">
        <Button icon="check" name="verdict" value="approved">
          {t('identity-opening.decide.approve')}
        </Button>
        <Button variant="secondary" icon="x" name="verdict" value="refused">
          {t('identity-opening.decide.refuse')}
        </Button>
      </div>
    </Form>
  )
}

function Decided({ frame, timeZone, opening }: Props & { readonly opening: OpeningView }): VNode | null {
  const { t, dateTime } = frame.words
  const { decidedAt, decidedByName, decidedWords, expiresAt, stage } = opening
  if (decidedAt === null) return null
  const key = expiresAt === null ? 'refused' : stage === 'open' ? 'open' : 'approved'
  const until = expiresAt === null ? '' : dateTime(expiresAt, timeZone)
  return (
    <InsetText>
      <p>{t(`identity-opening.decided.${key}`, { by: decidedByName ?? '', at: dateTime(decidedAt, timeZone), until })}</p>
      {decidedWords === '' ? null : (
        <p class="message-text" dir="auto">
          {decidedWords}
        </p>
      )}
    </InsetText>
  )
}

function Deeds(props: Props & { readonly opening: OpeningView }): VNode | null {
  const { frame, id, opening } = props
  const { t } = frame.words
  const { stage, isMine, mayEnd } = opening
  if (opening.mayDecide) return <DecideForm {...props} />
  if (stage !== 'asked' && stage !== 'open') return null
  const label = t(stage === 'asked' ? 'identity-opening.withdraw' : 'identity-opening.end')
  return (
    <div class="button-group">
      {stage === 'open' && isMine ? (
        <Button href={identityHref(id)} icon="eye">
          {t('identity-opening.open')}
        </Button>
      ) : null}
      {mayEnd ? (
        <Form frame={frame} action={endHref(id, opening.id)} label={label}>
          <Button variant="secondary" icon={stage === 'asked' ? 'undo-2' : 'lock'}>
            {label}
          </Button>
        </Form>
      ) : null}
    </div>
  )
}

function OpeningCard(props: Props & { readonly opening: OpeningView }): VNode {
  const { frame, timeZone, opening } = props
  const { t, dateTime } = frame.words
  return (
    <Card title={t('identity-opening.by', { by: opening.askedByName })}>
      <p>
        <StatusTag tone={tones[opening.stage]}>{t(`identity-opening.stage.${opening.stage}`)}</StatusTag>{' '}
        <span class="text-muted">{dateTime(opening.askedAt, timeZone)}</span>
      </p>
      <p>
        <strong>{t(`identity-opening.reason.${opening.reason}`)}</strong>
      </p>
      <p class="message-text" dir="auto">
        {opening.words}
      </p>
      <Decided {...props} />
      <Deeds {...props} />
    </Card>
  )
}

/** Asking for the identity behind a report, deciding on it, and what was asked before. */
export function RequestPage(props: Props): VNode {
  const { frame, id, number, problems, openings } = props
  const { t } = frame.words
  const title = t('identity-opening.title')
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${number}`} section="inbox" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={ticketHref(id)} label={t('identity-opening.back', { number })} />
        <PageHeading caption={`${number} ${props.title}`} lead={t('identity-opening.lead')} size="medium">
          {title}
        </PageHeading>
        {props.mayAsk ? <AskForm {...props} /> : null}
        {openings.map((opening) => (
          <OpeningCard key={opening.id} {...props} opening={opening} />
        ))}
      </div>
    </ConsoleLayout>
  )
}
