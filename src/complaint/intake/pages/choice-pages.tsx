import type { VNode } from 'preact'
import { RadioGroup, SearchableSelect, type SelectOptionGroup } from '../../../ui/index.ts'
import { readValue, StepPage, type StepView, wire } from './step-page.tsx'

export type NamedChoice = { readonly value: string; readonly label: string; readonly hint?: string; readonly divider?: string }

export function KindPage({ view, options }: { readonly view: StepView; readonly options: readonly NamedChoice[] }): VNode {
  const { t } = view.frame.words
  return (
    <StepPage view={view} title={t('intake.kind.title')}>
      <RadioGroup
        {...wire(view)}
        name="kind"
        label={t('intake.kind.title')}
        hint={t('intake.kind.hint')}
        asHeading
        options={options}
        value={readValue(view, 'kind')}
      />
    </StepPage>
  )
}

type ListPageProps = {
  readonly view: StepView
  readonly title: string
  readonly hint?: string | undefined
  readonly options: readonly NamedChoice[]
}

export function TopicPage({ view, title, hint, options }: ListPageProps): VNode {
  return (
    <StepPage view={view} title={title}>
      <RadioGroup {...wire(view)} name="topic" label={title} hint={hint} asHeading options={options} value={readValue(view, 'topic')} />
    </StepPage>
  )
}

export function ReasonPage({ view, title, hint, options }: ListPageProps): VNode {
  return (
    <StepPage view={view} title={title}>
      <RadioGroup {...wire(view)} name="reason" label={title} hint={hint} asHeading options={options} value={readValue(view, 'reason')} />
    </StepPage>
  )
}

type OfficePageProps = {
  readonly view: StepView
  readonly groups: readonly SelectOptionGroup[]
  /** Misconduct is alleged: the office chosen here will not get the report. */
  readonly conduct: boolean
}

export function OfficePage({ view, groups, conduct }: OfficePageProps): VNode {
  const { t } = view.frame.words
  const select = (
    <SearchableSelect
      {...wire(view)}
      name="office"
      label={t('intake.office.label')}
      hint={t('intake.office.label_hint')}
      placeholder={t('intake.office.placeholder')}
      options={groups}
      value={readValue(view, 'office')}
    />
  )
  const options = [
    { value: 'yes', label: t('intake.office.yes'), more: select },
    { value: 'no', label: t('intake.office.no'), hint: t('intake.office.no_hint') },
  ]
  return (
    <StepPage view={view} title={t('intake.office.title')}>
      <RadioGroup
        {...wire(view)}
        name="know"
        label={t('intake.office.title')}
        hint={conduct ? t('intake.office.hint_conduct') : t('intake.office.hint')}
        asHeading
        options={options}
        value={readValue(view, 'know')}
      />
    </StepPage>
  )
}

export function SubjectPage({ view, options }: { readonly view: StepView; readonly options: readonly NamedChoice[] }): VNode {
  const { t } = view.frame.words
  return (
    <StepPage view={view} title={t('intake.subject.title')}>
      <RadioGroup
        {...wire(view)}
        name="subject"
        label={t('intake.subject.title')}
        hint={t('intake.subject.hint')}
        asHeading
        options={options}
        value={readValue(view, 'subject')}
      />
    </StepPage>
  )
}
