import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { MessageBubble } from '../case/message-bubble.tsx'
import { StageTracker, Timeline } from '../case/timeline.tsx'
import { Card, Details } from '../content/blocks.tsx'
import { FileList } from '../content/file-list.tsx'
import { Pagination, Tabs } from '../content/navigation.tsx'
import { SummaryList } from '../content/summary-list.tsx'
import { Table } from '../content/table.tsx'
import { Button, ButtonGroup } from '../controls/button.tsx'
import { PrintButton } from '../controls/script-buttons.tsx'
import { EmptyState, InsetText, NoticeBanner, WarningText } from '../feedback/banners.tsx'
import { CodePanel, ConfirmationPanel } from '../feedback/confirmation.tsx'
import { DueTag, StatusTag } from '../feedback/tags.tsx'
import { type SampleWords, samples } from './sample-words.ts'

type SampleProps = { readonly frame: Frame; readonly words: SampleWords }

const files = [
  { name: 'bukti-pembayaran.jpg', href: '/ui', bytes: 842_000, type: 'image/jpeg' },
  { name: 'surat.pdf', href: null, bytes: 2_400_000, type: 'application/pdf' },
] as const

/** What speaks to the reader: news, warnings, states. */
export function FeedbackSamples({ frame, words }: SampleProps): VNode {
  return (
    <>
      <NoticeBanner frame={frame} title={words.noticeTitle} id="sample-info">
        <p>{words.notice}</p>
      </NoticeBanner>
      <NoticeBanner frame={frame} tone="success" id="sample-success">
        <p>{words.done}</p>
      </NoticeBanner>
      <NoticeBanner frame={frame} tone="warning" id="sample-warning">
        <p>{words.warning}</p>
      </NoticeBanner>
      <NoticeBanner frame={frame} tone="danger" id="sample-danger">
        <p>{words.emailProblem}</p>
      </NoticeBanner>
      <InsetText>{words.inset}</InsetText>
      <WarningText frame={frame}>{words.warning}</WarningText>
      <ButtonGroup>
        <Button variant="warning">{words.withdraw}</Button>
        <Button variant="secondary">{words.notNow}</Button>
        <PrintButton frame={frame} />
      </ButtonGroup>
      <TagSamples frame={frame} words={words} />
      <EmptyState title={words.empty} action={<Button href="/">{words.report}</Button>}>
        <p>{words.emptyHint}</p>
      </EmptyState>
    </>
  )
}

function TagSamples({ frame, words }: SampleProps): VNode {
  return (
    <div class="tag-group">
      <StatusTag icon="inbox">{words.stages[0]}</StatusTag>
      <StatusTag tone="info" icon="search">
        {words.stages[1]}
      </StatusTag>
      <StatusTag tone="success" icon="circle-check">
        {words.stages[3]}
      </StatusTag>
      <DueTag frame={frame} state="late" due={samples.due} days={3} />
      <DueTag frame={frame} state="today" due={samples.due} />
      <DueTag frame={frame} state="soon" due={samples.due} days={2} />
      <DueTag frame={frame} state="later" due={samples.due} />
      <DueTag frame={frame} state="paused" due={samples.due} />
      <DueTag frame={frame} state="met" due={samples.due} />
    </div>
  )
}

/** The end of a journey. */
export function ReceiptSamples({ frame, words }: SampleProps): VNode {
  return (
    <>
      <ConfirmationPanel title={words.received} numberLabel={words.numberLabel} number={samples.number} />
      <CodePanel frame={frame} label={words.codeLabel} code={samples.code} note={<p>{words.codeNote}</p>} />
    </>
  )
}

/** How a report stands, and what was said. */
export function CaseSamples({ frame, words }: SampleProps): VNode {
  const [received = '', checked = '', examined = '', answered = ''] = words.stages
  return (
    <>
      <StageTracker
        frame={frame}
        stages={[
          { label: received, state: 'done', detail: frame.words.date(samples.received) },
          { label: checked, state: 'done', detail: frame.words.date(samples.checked) },
          { label: examined, state: 'current', detail: words.stageDetail },
          { label: answered, state: 'ahead' },
        ]}
      />
      <MessageBubble frame={frame} kind="complainant" author={words.someone} at={samples.received} text={words.message} files={files} />
      <MessageBubble frame={frame} kind="officer" author={words.officer} at={samples.checked} text={words.reply} />
      <MessageBubble frame={frame} kind="note" author={words.officer} at={samples.checked} text={words.note} />
      <MessageBubble frame={frame} kind="system" author={frame.words.t('ui.name')} at={samples.checked} text={words.checked} />
      <Timeline
        frame={frame}
        entries={[
          { id: '1', title: received, at: samples.received, icon: 'inbox', by: words.someone },
          { id: '2', title: words.checked, at: samples.checked, icon: 'check', by: words.officer },
          {
            id: '3',
            title: words.asked,
            at: samples.checked,
            icon: 'circle-question-mark',
            by: words.officer,
            children: <p>{words.filesHint}</p>,
          },
        ]}
      />
    </>
  )
}

/** Lists and boxes. */
export function ContentSamples({ frame, words }: SampleProps): VNode {
  return (
    <>
      <SummaryList
        frame={frame}
        rows={[
          { key: words.kindQuestion, value: words.complaint, changeHref: '/ui' },
          { key: words.story, value: words.message, changeHref: '/ui' },
          { key: words.phone, value: null, changeHref: '/ui' },
        ]}
      />
      <FileList frame={frame} files={files} />
      <Details summary={words.question}>
        <p>{words.answer}</p>
      </Details>
      <div class="cards">
        <Card title={words.how} href="/ui" icon="circle-question-mark">
          <p>{words.cardText}</p>
        </Card>
        <Card title={words.track} href="/ui" icon="search">
          <p>{words.answer}</p>
        </Card>
      </div>
      <Tabs
        frame={frame}
        label={words.inbox}
        items={[
          { href: '/ui', label: words.all, count: 1204, current: true },
          { href: '/ui?a', label: words.mine, count: 12 },
          { href: '/ui?b', label: words.late },
        ]}
      />
      <OfficeTable words={words} small="cards" id="cards" />
      <OfficeTable words={words} small="scroll" id="scroll" />
      <Pagination frame={frame} previousHref="/ui" nextHref="/ui" summary="51–100 / 1.204" />
    </>
  )
}

export function OfficeTable({
  words,
  small,
  id,
  dense = false,
}: {
  readonly words: SampleWords
  readonly small: 'cards' | 'scroll'
  readonly id: string
  readonly dense?: boolean
}): VNode {
  return (
    <Table
      caption={`${words.table} (${id})`}
      small={small}
      dense={dense}
      columns={[
        { key: 'office', header: words.officeColumn },
        { key: 'open', header: words.openColumn, numeric: true },
        { key: 'late', header: words.lateColumn, numeric: true },
        { key: 'state', header: words.stateColumn },
      ]}
      rows={[
        {
          id: 'a',
          cells: {
            office: 'Kanim Denpasar',
            open: 128,
            late: 3,
            state: (
              <StatusTag tone="warning" icon="hourglass">
                {words.late}
              </StatusTag>
            ),
          },
        },
        {
          id: 'b',
          cells: {
            office: 'Kanim Makassar',
            open: 41,
            late: 0,
            state: (
              <StatusTag tone="success" icon="circle-check">
                {words.stages[3]}
              </StatusTag>
            ),
          },
        },
      ]}
    />
  )
}
