import type { VNode } from 'preact'
import { CheckboxGroup, Form, InsetText, SearchableSelect, Select, TextArea } from '../../../ui/index.ts'
import { kinds, longestReason, reportLimits } from '../rules.ts'
import { verbHref } from '../urls.ts'
import { DeedButtons, DeedPage, type DeedProps } from './deed-page.tsx'
import type { Option, OptionGroup } from './views.ts'

type Props = DeedProps & {
  readonly categories: readonly OptionGroup[]
  readonly offices: readonly OptionGroup[]
  readonly files: readonly Option[]
  /** Whether the complainant said what they want. */
  readonly wishes: boolean
}

/** What belongs to the part, in the complainant's words and with their files. */
function WhatGoes({ frame, typed, problems, files, wishes }: Props): VNode {
  const { t } = frame.words
  return (
    <>
      <TextArea
        frame={frame}
        problems={problems}
        name="text"
        label={t('split.text')}
        hint={t('split.text.hint')}
        rows={10}
        maxLength={reportLimits.body}
        value={typed['text']}
      />
      {wishes ? (
        <TextArea
          frame={frame}
          problems={problems}
          name="wish"
          label={t('split.wish')}
          hint={t('split.wish.hint')}
          optional
          rows={3}
          maxLength={reportLimits.wish}
          value={typed['wish']}
        />
      ) : null}
      {files.length === 0 ? null : (
        <CheckboxGroup
          frame={frame}
          problems={problems}
          name="files"
          label={t('split.files')}
          hint={t('split.files.hint')}
          options={files}
          values={(typed['files'] ?? '').split(',')}
        />
      )}
    </>
  )
}

/** What it is about, and so where it goes. */
function WhereTo({ frame, typed, problems, categories, offices }: Props): VNode {
  const { t } = frame.words
  return (
    <>
      <Select
        frame={frame}
        problems={problems}
        name="kind"
        label={t('split.kind')}
        options={kinds.map((value) => ({ value, label: t(`record.kind.${value}`) }))}
        value={typed['kind'] ?? ''}
        width="medium"
      />
      <SearchableSelect
        frame={frame}
        problems={problems}
        name="category"
        label={t('split.category')}
        placeholder={t('casework.choose')}
        options={categories}
        value={typed['category'] ?? ''}
      />
      <InsetText>{t('split.staff')}</InsetText>
      <SearchableSelect
        frame={frame}
        problems={problems}
        name="office"
        label={t('split.office')}
        hint={t('split.office.hint')}
        placeholder={t('split.office.unknown')}
        optional
        options={offices}
        value={typed['office'] ?? ''}
      />
    </>
  )
}

/** Giving a part of this report a number of its own. */
export function SplitPage(props: Props): VNode {
  const { frame, head, typed, problems } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.verb.split')} lead={t('split.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'split')} hidden={{ version: String(head.version) }}>
        <WhatGoes {...props} />
        <WhereTo {...props} />
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('split.words')}
          hint={t('split.words.hint')}
          rows={3}
          maxLength={longestReason}
          value={typed['words']}
        />
        <DeedButtons {...props} label={t('split.send')} />
      </Form>
    </DeedPage>
  )
}
