import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, EmptyState, Form, PageHeading, Pagination, StatusTag, Table, Tabs, type Tone } from '../../../ui/index.ts'
import type { Milestone } from '../rules.ts'
import { sayRule } from './rule-name.ts'

export type WarningView = {
  readonly id: string
  readonly ticketId: string
  readonly ruleId: string
  readonly milestone: Milestone
  readonly number: string
  readonly officeName: string
  readonly timeZone: string
  readonly dueAt: Date
  readonly at: Date
  readonly visible: boolean
  readonly acknowledgedAt: Date | null
  readonly acknowledgedBy: string | null
  readonly mayAcknowledge: boolean
}

type Part = 'terbuka' | 'semua'
type Props = {
  readonly frame: Frame
  readonly part: Part
  readonly warnings: readonly WarningView[]
  readonly next: string | null
}

const tones: Readonly<Record<Milestone, Tone>> = {
  half: 'neutral',
  three_quarters: 'info',
  nine_tenths: 'warning',
  breach: 'danger',
  regional: 'danger',
  directorate: 'danger',
}

function Acknowledgement({ frame, warning }: { readonly frame: Frame; readonly warning: WarningView }): VNode | null {
  const { t, date } = frame.words
  const { acknowledgedAt, acknowledgedBy, mayAcknowledge, timeZone } = warning
  if (acknowledgedAt !== null)
    return (
      <StatusTag tone="success" icon="check">
        {t('deadlines.acknowledged', { officer: acknowledgedBy ?? '', date: date(acknowledgedAt, timeZone) })}
      </StatusTag>
    )
  if (!mayAcknowledge) return null
  return (
    <Form frame={frame} action={`/petugas/peringatan/${warning.id}/catat`} label={`${t('deadlines.acknowledge')} ${warning.number}`}>
      <Button variant="secondary" icon="check">
        {t('deadlines.acknowledge')}
        <span class="sr-only"> {warning.number}</span>
      </Button>
    </Form>
  )
}

function toRow(frame: Frame, warning: WarningView) {
  const { t, date, dateTime } = frame.words
  return {
    id: warning.id,
    cells: {
      number: warning.visible ? (
        <a href={`/petugas/laporan/${warning.ticketId}`} dir="ltr">
          {warning.number}
        </a>
      ) : (
        <span dir="ltr">{warning.number}</span>
      ),
      what: (
        <>
          <StatusTag tone={tones[warning.milestone]}>{t(`deadlines.milestone.${warning.milestone}`)}</StatusTag>{' '}
          {sayRule(frame, warning.ruleId)}
        </>
      ),
      office: warning.officeName,
      due: date(warning.dueAt, warning.timeZone),
      at: dateTime(warning.at, warning.timeZone),
      note: <Acknowledgement frame={frame} warning={warning} />,
    },
  }
}

/** What an officer was told about clocks: which of the own reports run out, and as a superior which are late below. */
export function WarningsPage({ frame, part, warnings, next }: Props): VNode {
  const { t } = frame.words
  const columns = ['number', 'what', 'office', 'due', 'at'].map((key) => ({ key, header: t(`deadlines.column.${key}`) }))
  return (
    <ConsoleLayout frame={frame} title={t('deadlines.warnings.title')} section="warnings">
      <PageHeading>{t('deadlines.warnings.title')}</PageHeading>
      <p class="text-muted">{t('deadlines.warnings.lead')}</p>
      <Tabs
        frame={frame}
        label={t('deadlines.warnings.title')}
        items={(['terbuka', 'semua'] as const).map((each) => ({
          label: t(`deadlines.part.${each}`),
          href: `/petugas/peringatan?bagian=${each}`,
          current: each === part,
        }))}
      />
      {warnings.length === 0 ? (
        <EmptyState icon="circle-check" title={t('deadlines.none.title')}>
          <p>{t('deadlines.none.lead')}</p>
        </EmptyState>
      ) : (
        <Table
          caption={t('deadlines.warnings.title')}
          hideCaption
          dense
          columns={[...columns, { key: 'note', header: t('deadlines.column.note'), hideHeader: true }]}
          rows={warnings.map((warning) => toRow(frame, warning))}
        />
      )}
      <Pagination frame={frame} nextHref={next} />
    </ConsoleLayout>
  )
}
