import type { VNode } from 'preact'
import type { Frame } from '../../platform/html.ts'
import { MessageBubble } from '../case/message-bubble.tsx'
import { StageTracker, Timeline } from '../case/timeline.tsx'
import { BulkBar, CheckAll, FilterBar } from '../console/bars.tsx'
import { SplitView } from '../console/split-view.tsx'
import { TicketList } from '../console/ticket-list.tsx'
import { Card } from '../content/blocks.tsx'
import { Pagination, Tabs } from '../content/navigation.tsx'
import { DescriptionGrid } from '../content/summary-list.tsx'
import { Button, ButtonGroup } from '../controls/button.tsx'
import { DueTag, StatusTag } from '../feedback/tags.tsx'
import { Form } from '../forms/form.tsx'
import { Select } from '../forms/select.tsx'
import { TextArea } from '../forms/text-area.tsx'
import { PageHeading } from '../layout/headings.tsx'
import { OfficeTable } from './content-samples.tsx'
import { type SampleWords, samples } from './sample-words.ts'

type SampleProps = { readonly frame: Frame; readonly words: SampleWords }

function SampleList({ frame, words, select }: SampleProps & { readonly select: boolean }): VNode {
  const states = ['late', 'today', 'soon', 'later'] as const
  return (
    <TicketList
      label={words.inbox}
      {...(select ? { selectName: 'tickets' } : {})}
      items={states.map((state, position) => ({
        id: state,
        href: `/ui?sisi=petugas&buka=${state}`,
        title: words.ticketTitle,
        number: samples.number,
        current: !select && position === 1,
        unread: position < 2,
        facts: `${words.passport} · ${frame.words.shortDateTime(samples.received)}`,
        tags: (
          <>
            <DueTag frame={frame} state={state} due={samples.due} days={position + 1} />
            <StatusTag tone="info" icon="search">
              {words.stages[1]}
            </StatusTag>
          </>
        ),
      }))}
    />
  )
}

function TicketSample({ frame, words }: SampleProps): VNode {
  const facts = [
    { term: words.numberLabel, value: samples.number },
    { term: words.category, value: words.passport },
    { term: words.complainant, value: words.someone },
    { term: words.phone, value: null },
  ]
  return (
    <>
      <PageHeading size="medium" caption={samples.number} actions={<DueTag frame={frame} state="today" due={samples.due} />}>
        {words.ticketTitle}
      </PageHeading>
      <Card title={words.facts} icon="info">
        <DescriptionGrid items={facts} />
      </Card>
      <MessageBubble frame={frame} kind="complainant" author={words.someone} at={samples.received} text={words.message} />
      <MessageBubble frame={frame} kind="officer" author={words.officer} at={samples.checked} text={words.reply} />
      <MessageBubble frame={frame} kind="note" author={words.officer} at={samples.checked} text={words.note} />
      <Form frame={frame} action="/ui" draft={{ ticket: 'sample', kind: 'reply' }}>
        <TextArea frame={frame} name="text" id="answer" label={words.replyLabel} rows={4} maxLength={5000} />
        <ButtonGroup>
          <Button icon="send">{words.sendReply}</Button>
          <Button variant="warning" confirm={words.warning}>
            {words.withdraw}
          </Button>
        </ButtonGroup>
      </Form>
      <Form frame={frame} action="/ui" draft={{ ticket: 'sample', kind: 'note' }}>
        <TextArea frame={frame} name="text" id="note" label={words.noteLabel} rows={2} />
        <Button variant="secondary" icon="lock">
          {words.saveNote}
        </Button>
      </Form>
      <StageTracker
        frame={frame}
        stages={words.stages.map((label, position) => ({ label, state: position < 1 ? 'done' : position === 1 ? 'current' : 'ahead' }))}
      />
      <Timeline frame={frame} entries={[{ id: '1', title: words.checked, at: samples.checked, by: words.officer, icon: 'check' }]} />
    </>
  )
}

/** The inbox, then the same with a ticket open beside it, then a dense table. */
export function ConsoleSamples({ frame, words }: SampleProps): VNode {
  return (
    <>
      <PageHeading
        actions={
          <Button href="/ui" icon="plus">
            {words.report}
          </Button>
        }
      >
        {words.inbox}
      </PageHeading>
      <Tabs
        frame={frame}
        label={words.inbox}
        items={[
          { href: '/ui', label: words.all, count: 1204, current: true },
          { href: '/ui?a', label: words.mine, count: 12 },
        ]}
      />
      <Form frame={frame} action="/ui" method="get" autoSubmit label={words.state}>
        <FilterBar frame={frame}>
          <Select
            frame={frame}
            name="state"
            label={words.state}
            placeholder={words.all}
            autoSubmit
            options={words.stages.map((stage) => ({ value: stage, label: stage }))}
          />
          <Select
            frame={frame}
            name="category"
            label={words.category}
            placeholder={words.all}
            autoSubmit
            options={[{ value: '1', label: words.passport }]}
          />
        </FilterBar>
      </Form>
      <Form frame={frame} action="/ui">
        <CheckAll>
          <BulkBar frame={frame}>
            <Button size="small">{words.assign}</Button>
          </BulkBar>
          <div class="split mt-3">
            <SampleList frame={frame} words={words} select />
          </div>
        </CheckAll>
      </Form>
      <Pagination frame={frame} nextHref="/ui" summary="1–50 / 1.204" />
      <SplitView
        listLabel={words.inbox}
        list={<SampleList frame={frame} words={words} select={false} />}
        detail={<TicketSample frame={frame} words={words} />}
      />
      <OfficeTable words={words} small="scroll" id="dense" dense />
    </>
  )
}
