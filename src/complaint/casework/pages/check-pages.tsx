import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  Card,
  ConsoleLayout,
  EmptyState,
  Form,
  InsetText,
  NoticeBanner,
  PageHeading,
  RadioGroup,
  StatusTag,
  Table,
  TextArea,
} from '../../../ui/index.ts'
import { longestReason, type ReviewRight, returnReasons } from '../rules.ts'
import { checkHref } from '../urls.ts'
import { AnswerAsRead } from './answer-as-read.tsx'
import { type AskedOpening, AskedOpenings } from './asked-openings.tsx'
import { DeedPage, type DeedProps } from './deed-page.tsx'
import { HistoryList } from './ticket-history.tsx'
import type { AnswerView, CheckView, HistoryView } from './views.ts'

type CheckProps = DeedProps & {
  /** In the complainant's language. */
  readonly theirFrame: Frame
  readonly story: string
  readonly check: CheckView & { readonly id: string; readonly sha256: string; readonly answer: AnswerView; readonly outcome: string }
  /** What happened to the ticket since the draft was written. */
  readonly since: readonly HistoryView[]
  readonly now: Date
  readonly right: ReviewRight | null
}

function Verdict(props: CheckProps): VNode {
  const { frame, head, check, typed, problems } = props
  const { t } = frame.words
  const hidden = (verdict: 'approved' | 'returned') => ({ check: check.id, sha256: check.sha256, version: String(head.version), verdict })
  return (
    <>
      <Form frame={frame} action={checkHref(head.id)} hidden={hidden('approved')} label={t('casework.check.approve')}>
        <Button icon="check">{t('casework.check.approve')}</Button>
      </Form>
      <Card title={t('casework.check.return.title')}>
        <Form frame={frame} action={checkHref(head.id)} hidden={hidden('returned')} label={t('casework.check.return')}>
          <RadioGroup
            frame={frame}
            problems={problems}
            name="reason"
            label={t('casework.check.reason')}
            options={returnReasons.map((reason) => ({ value: reason, label: t(`casework.check.reason.${reason}`) }))}
            value={typed['reason']}
          />
          <TextArea
            frame={frame}
            problems={problems}
            name="words"
            label={t('casework.check.words')}
            hint={t('casework.check.words.hint')}
            rows={3}
            maxLength={longestReason}
            value={typed['words']}
          />
          <Button variant="secondary" icon="undo-2">
            {t('casework.check.return')}
          </Button>
        </Form>
      </Card>
    </>
  )
}

function Since({ frame, head, since }: CheckProps): VNode | null {
  if (since.length === 0) return null
  return (
    <NoticeBanner frame={frame} tone="warning" id="since" title={frame.words.t('casework.check.since')}>
      <HistoryList frame={frame} history={since} timeZone={head.timeZone} />
    </NoticeBanner>
  )
}

/** A colleague's drafted answer as the complainant will read it, to approve or to send back. */
export function CheckPage(props: CheckProps): VNode {
  const { frame, theirFrame, head, check, now, offered } = props
  const { t, dateTime } = frame.words
  return (
    <DeedPage {...props} title={t('casework.check.title')} lead={t('casework.check.lead')}>
      <p>
        {t('casework.check.by', { author: check.author, at: dateTime(check.askedAt, head.timeZone) })}{' '}
        <StatusTag tone="neutral">{t('casework.check.progress', { approved: check.approved, needed: check.needed })}</StatusTag>
      </p>
      <Since {...props} />
      <Card title={t('casework.story')}>
        <p class="message-text" dir="auto">
          {props.story}
        </p>
      </Card>
      <AnswerAsRead
        frame={theirFrame}
        answer={check.answer}
        outcome={check.outcome}
        at={now}
        timeZone={head.timeZone}
        right={props.right}
      />
      {check.part === 'author' || check.part === 'done' ? (
        <InsetText>
          <p>{t(check.part === 'author' ? 'casework.check.own' : 'casework.check.done')}</p>
        </InsetText>
      ) : null}
      {offered && check.part === 'checker' ? <Verdict {...props} /> : null}
    </DeedPage>
  )
}

export type WaitingView = {
  readonly ticketId: string
  readonly number: string
  readonly title: string
  readonly author: string
  readonly outcome: string
  readonly needed: number
  readonly approved: number
  readonly dueAt: Date
  readonly timeZone: string
}

function toRow(frame: Frame, line: WaitingView) {
  const { t, date } = frame.words
  return {
    id: line.ticketId,
    cells: {
      number: (
        <a href={checkHref(line.ticketId)}>
          <span dir="ltr">{line.number}</span> {line.title}
        </a>
      ),
      author: line.author,
      outcome: t(`record.outcome.${line.outcome}`),
      approvals: t('casework.check.progress', { approved: line.approved, needed: line.needed }),
      due: date(line.dueAt, line.timeZone),
    },
  }
}

type MassTextView = { readonly href: string; readonly title: string; readonly language: string; readonly author: string }
type ChecksProps = {
  readonly frame: Frame
  readonly lines: readonly WaitingView[]
  readonly openings: readonly AskedOpening[]
  readonly total: number
  readonly massTexts: readonly MassTextView[]
}

/** Answers to many that wait for this officer as well. */
function MassTexts({ frame, massTexts }: ChecksProps): VNode | null {
  const { t } = frame.words
  if (massTexts.length === 0) return null
  return (
    <Card title={t('mass-event.checks.title')}>
      <ul class="list-disc ps-6">
        {massTexts.map(({ href, title, language, author }) => (
          <li key={href}>
            <a href={href} dir="auto">
              {title}
            </a>{' '}
            {t('mass-event.checks.line', { language, author })}
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What waits for this officer as the second person: answers of colleagues, answers to many, and identities that they ask to open. */
export function ChecksPage(props: ChecksProps): VNode {
  const { frame, lines, openings, massTexts, total } = props
  const { t } = frame.words
  const columns = ['number', 'author', 'outcome', 'approvals', 'due'].map((key) => ({ key, header: t(`casework.checks.column.${key}`) }))
  return (
    <ConsoleLayout frame={frame} title={t('casework.checks.title')} section="checks" counts={{ checks: total }}>
      <PageHeading lead={t('casework.checks.lead')}>{t('casework.checks.title')}</PageHeading>
      <AskedOpenings frame={frame} openings={openings} />
      {lines.length === 0 && openings.length === 0 && massTexts.length === 0 ? (
        <EmptyState icon="circle-check" title={t('casework.checks.none')}>
          <p>{t('casework.checks.none.lead')}</p>
        </EmptyState>
      ) : lines.length === 0 ? null : (
        <Table caption={t('casework.checks.title')} hideCaption dense columns={columns} rows={lines.map((line) => toRow(frame, line))} />
      )}
      {total > lines.length + openings.length ? <p class="text-muted">{t('casework.checks.more', { count: lines.length })}</p> : null}
      <MassTexts {...props} />
    </ConsoleLayout>
  )
}
