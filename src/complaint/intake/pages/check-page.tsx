import type { VNode } from 'preact'
import { FileList, type ListedFile, NoticeBanner, PageHeading, SummaryList, type SummaryRow } from '../../../ui/index.ts'
import { sendUrl } from '../urls.ts'
import { StepPage, type StepView } from './step-page.tsx'

export type CheckRow = { readonly key: string; readonly value: string; readonly changeHref: string }
export type CheckGroup = { readonly title: string; readonly rows: readonly CheckRow[]; readonly files?: boolean }
export type CheckView = {
  readonly groups: readonly CheckGroup[]
  readonly files: readonly ListedFile[]
  readonly filesHref: string
  /** Which unit will handle it, in words. */
  readonly destination: string
  /** How long the answer takes at most, by which law. */
  readonly answer: string
  /** Friendly remarks that keep nobody from sending. */
  readonly remarks: readonly string[]
  readonly idempotencyKey: string
}

function toSummary({ key, value, changeHref }: CheckRow): SummaryRow {
  const words = (
    <span class="whitespace-pre-line" dir="auto">
      {value}
    </span>
  )
  return { key, changeHref, value: value === '' ? null : words }
}

function Group({ view, check, group }: { readonly view: StepView; readonly check: CheckView; readonly group: CheckGroup }): VNode {
  const { frame } = view
  const list = check.files.length === 0 ? null : <FileList frame={frame} files={check.files} />
  const files: readonly SummaryRow[] = group.files
    ? [{ key: frame.words.t('intake.answer.files'), changeHref: check.filesHref, value: list }]
    : []
  return (
    <section>
      <h2 class="mb-2">{group.title}</h2>
      <SummaryList frame={frame} rows={[...group.rows.map(toSummary), ...files]} />
    </section>
  )
}

export function CheckPage({ view, check }: { readonly view: StepView; readonly check: CheckView }): VNode {
  const { frame } = view
  const { t } = frame.words
  return (
    <StepPage
      view={view}
      title={t('intake.check.title')}
      next={t('intake.check.send')}
      action={sendUrl}
      idempotencyKey={check.idempotencyKey}
    >
      <PageHeading lead={t('intake.check.lead')}>{t('intake.check.title')}</PageHeading>
      {check.remarks.length === 0 ? null : (
        <NoticeBanner frame={frame} id="remarks">
          <div class="stack">
            {check.remarks.map((remark) => (
              <p key={remark}>{remark}</p>
            ))}
          </div>
        </NoticeBanner>
      )}
      {check.groups.map((group) => (
        <Group key={group.title} view={view} check={check} group={group} />
      ))}
      <section>
        <h2 class="mb-2">{t('intake.check.where')}</h2>
        <p>{check.destination}</p>
        <p class="mt-4">{check.answer}</p>
        <p class="mt-4">{t('intake.check.truth')}</p>
      </section>
    </StepPage>
  )
}
