import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { type Problems, Select, TextArea } from '../../../ui/index.ts'
import { causes, dueDays, longestWords } from '../rules.ts'
import type { Option, Typed } from './views.ts'

type Props = { readonly frame: Frame; readonly problems: Problems; readonly typed: Typed }

/** One of the listed causes. */
export function CauseField({ frame, problems, typed }: Props): VNode {
  const { t } = frame.words
  return (
    <Select
      frame={frame}
      problems={problems}
      name="cause"
      label={t('cause.cause')}
      placeholder={t('cause.choose')}
      options={causes.map((cause) => ({ value: cause, label: t(`cause.cause.${cause}`) }))}
      value={typed['cause'] ?? ''}
      width="medium"
    />
  )
}

/** What is to be changed, by whom, until when. */
export function ActionFields({
  frame,
  problems,
  typed,
  owners,
  optional,
}: Props & { readonly owners: readonly Option[]; readonly optional?: boolean }): VNode {
  const { t } = frame.words
  const field = { frame, problems, ...(optional ? { optional } : {}) }
  return (
    <>
      <TextArea
        {...field}
        name="action"
        label={t('cause.action')}
        hint={t('cause.action.hint')}
        rows={3}
        maxLength={longestWords}
        value={typed['action']}
      />
      <Select
        {...field}
        name="owner"
        label={t('cause.owner')}
        placeholder={t('cause.choose')}
        options={owners}
        value={typed['owner'] ?? ''}
        width="medium"
      />
      <Select
        {...field}
        name="days"
        label={t('cause.due')}
        placeholder={t('cause.choose')}
        options={dueDays.map((days) => ({ value: String(days), label: t('cause.due.days', { days }) }))}
        value={typed['days'] ?? ''}
        width="medium"
      />
    </>
  )
}
