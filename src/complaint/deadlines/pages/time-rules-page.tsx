import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import {
  Button,
  Card,
  ConsoleLayout,
  DateFields,
  ErrorSummary,
  Form,
  NoticeBanner,
  PageHeading,
  type Problems,
  Select,
  sayProblems,
  Table,
  TextField,
} from '../../../ui/index.ts'
import type { Binding, DeadlineRule, RuleFinding } from '../rules.ts'

type Version = DeadlineRule & { readonly validFrom: string }
type Props = {
  readonly frame: Frame
  /** One version of each rule. */
  readonly inForce: readonly Version[]
  readonly coming: readonly Version[]
  readonly bindings: readonly Binding[]
  readonly findings: readonly RuleFinding[]
  readonly typed: Readonly<Record<string, string>>
  readonly codes: Readonly<Record<string, string>>
}

const path = '/petugas/admin/aturan-waktu'

function sayDay(frame: Frame, day: string): string {
  return frame.words.date(new Date(`${day}T00:00:00Z`), 'UTC')
}

function sayAmount({ words: { t } }: Frame, { max, unit }: Pick<DeadlineRule, 'max' | 'unit'>): string {
  return t(`deadlines.rules.amount.${unit}`, { count: max })
}

function Code({ children }: { readonly children: string }): VNode {
  return (
    <code dir="ltr" translate={false}>
      {children}
    </code>
  )
}

function sayFinding(frame: Frame, finding: RuleFinding): string {
  const { t } = frame.words
  switch (finding.kind) {
    case 'class_missing':
      return t('deadlines.rules.finding.class_missing', { name: t(`deadlines.class.${finding.serviceClass}`) })
    case 'undated_from':
      return t('deadlines.rules.finding.undated_from', {
        name: t(`deadlines.class.${finding.serviceClass}`),
        day: sayDay(frame, finding.day),
      })
    case 'never_binds':
      return t('deadlines.rules.finding.never_binds', { rule: finding.ruleId, by: finding.by })
    case 'same_day':
      return t('deadlines.rules.finding.same_day', { rule: finding.ruleId, day: sayDay(frame, finding.day) })
    case 'unverified':
      return t('deadlines.rules.finding.unverified', { rule: finding.ruleId })
  }
}

function Findings({ frame, findings }: Props): VNode | null {
  if (findings.length === 0) return null
  return (
    <NoticeBanner frame={frame} tone="warning" title={frame.words.t('deadlines.rules.findings')}>
      <ul>
        {findings.map((finding) => (
          <li>{sayFinding(frame, finding)}</li>
        ))}
      </ul>
    </NoticeBanner>
  )
}

function BindingTable({ frame, bindings }: Props): VNode {
  const { t, date } = frame.words
  const say = ({ ruleId, dueAt }: Binding['binding']): VNode => (
    <>
      <Code>{ruleId}</Code> {date(dueAt, defaultTimeZone)}
    </>
  )
  return (
    <Table
      caption={t('deadlines.rules.bindings')}
      columns={['class', 'binds', 'beside'].map((key) => ({ key, header: t(`deadlines.rules.${key}`) }))}
      rows={bindings.map(({ serviceClass, binding, others }) => ({
        id: serviceClass,
        cells: {
          class: t(`deadlines.class.${serviceClass}`),
          binds: <strong>{say(binding)}</strong>,
          beside: others.map((other) => <div class="text-muted">{say(other)}</div>),
        },
      }))}
    />
  )
}

function RuleTable({
  frame,
  caption,
  rules,
}: {
  readonly frame: Frame
  readonly caption: string
  readonly rules: readonly Version[]
}): VNode {
  const { t, has } = frame.words
  return (
    <Table
      caption={caption}
      dense
      columns={['rule', 'time', 'since', 'law', 'moves'].map((key) => ({ key, header: t(`deadlines.rules.${key}`) }))}
      rows={rules.map((rule) => ({
        id: `${rule.id}-${rule.version}`,
        cells: {
          rule: (
            <>
              <Code>{rule.id}</Code>
              <div class="text-muted text-sm font-normal">
                {has(`deadlines.rules.what.${rule.id}`) ? t(`deadlines.rules.what.${rule.id}`) : rule.what}
              </div>
            </>
          ),
          time: <span class="whitespace-nowrap">{sayAmount(frame, rule)}</span>,
          since: (
            <>
              <span class="whitespace-nowrap">{sayDay(frame, rule.validFrom)}</span>
              <div class="text-muted text-sm">{t('deadlines.rules.version', { count: rule.version })}</div>
            </>
          ),
          law: (
            <>
              {rule.law}
              <div class="text-muted text-sm">
                {rule.source} ({t(`deadlines.rules.evidence.${rule.evidence}`)})
              </div>
            </>
          ),
          moves: (
            <>
              {t(rule.pause === 'complainant' ? 'deadlines.rules.pause.complainant' : 'deadlines.rules.pause.never')}
              {(rule.extend ?? 0) > 0 ? (
                <div class="text-sm">{t('deadlines.rules.extend', { amount: sayAmount(frame, { ...rule, max: rule.extend ?? 0 }) })}</div>
              ) : null}
            </>
          ),
        },
      }))}
    />
  )
}

function AddForm({ frame, inForce, typed, problems }: Props & { readonly problems: Problems }): VNode {
  const { t } = frame.words
  const read = (name: string): string => typed[name] ?? ''
  return (
    <Card title={t('deadlines.rules.add')} icon="calendar-days">
      <Form frame={frame} action={path}>
        <p>{t('deadlines.rules.add.lead')}</p>
        <Select
          {...{ frame, problems }}
          name="rule"
          label={t('deadlines.rules.rule')}
          value={read('rule')}
          options={inForce.map(({ id, max, unit }) => ({ value: id, label: `${id} (${sayAmount(frame, { max, unit })})` }))}
        />
        <TextField
          {...{ frame, problems }}
          name="amount"
          label={t('deadlines.rules.amount')}
          hint={t('deadlines.rules.amount.hint')}
          value={read('amount')}
          maxLength={3}
          width="short"
          inputmode="numeric"
          ltr
        />
        <DateFields
          {...{ frame, problems }}
          name="valid"
          label={t('deadlines.rules.valid')}
          day={read('validDay')}
          month={read('validMonth')}
          year={read('validYear')}
        />
        <Select
          {...{ frame, problems }}
          name="evidence"
          label={t('deadlines.rules.evidence')}
          value={read('evidence')}
          width="medium"
          options={(['V', 'S'] as const).map((value) => ({ value, label: t(`deadlines.rules.evidence.${value}`) }))}
        />
        <TextField
          {...{ frame, problems }}
          name="source"
          label={t('deadlines.calendar.source')}
          hint={t('deadlines.calendar.source.hint')}
          value={read('source')}
          maxLength={300}
        />
        <Button>{t('deadlines.rules.save')}</Button>
      </Form>
    </Card>
  )
}

/** The rules of time as they stand: what each says, which one decides, what is wrong with them, and another version of one. */
export function TimeRulesPage(props: Props): VNode {
  const { frame, inForce, coming, codes } = props
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'deadlines.rules')
  return (
    <ConsoleLayout frame={frame} title={t('deadlines.rules.title')} section="calendar" hasProblems={Object.keys(problems).length > 0}>
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading>{t('deadlines.rules.title')}</PageHeading>
      <p class="text-muted">{t('deadlines.rules.lead')}</p>
      <p>
        <a href="/petugas/admin/kalender">{t('deadlines.calendar.title')}</a>
      </p>
      <div class="stack">
        <Findings {...props} />
        <BindingTable {...props} />
        <RuleTable frame={frame} caption={t('deadlines.rules.in_force')} rules={inForce} />
        {coming.length === 0 ? null : <RuleTable frame={frame} caption={t('deadlines.rules.coming')} rules={coming} />}
        <AddForm {...props} problems={problems} />
      </div>
    </ConsoleLayout>
  )
}
