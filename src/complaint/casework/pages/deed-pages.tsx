import type { VNode } from 'preact'
import { Form, RadioGroup, SearchableSelect, Select, TextArea, TextField } from '../../../ui/index.ts'
import { archiveReasons, extensionReasons, longestReason, ticketClasses } from '../rules.ts'
import { verbHref } from '../urls.ts'
import { DeedButtons, DeedPage, type DeedProps } from './deed-page.tsx'
import type { OptionGroup } from './views.ts'

const closeChoices = ['solved', 'no_reply', 'not_solved', 'officer'] as const

/** Closing what was answered. */
export function ClosePage(props: DeedProps): VNode {
  const { frame, head, typed, problems } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.close.title')} lead={t('casework.close.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'close')} hidden={{ version: String(head.version) }}>
        <RadioGroup
          frame={frame}
          problems={problems}
          name="reason"
          label={t('casework.close.reason')}
          options={closeChoices.map((reason) => ({
            value: reason,
            label: t(`casework.close.${reason}`),
            hint: t(`casework.close.${reason}.hint`),
          }))}
          value={typed['reason']}
        />
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('casework.words')}
          hint={t('casework.close.words.hint')}
          optional
          rows={3}
          maxLength={longestReason}
          value={typed['words']}
        />
        <DeedButtons {...props} label={t('casework.verb.close')} />
      </Form>
    </DeedPage>
  )
}

/** Putting a ticket away without an answer. */
export function ArchivePage(props: DeedProps): VNode {
  const { frame, head, typed, problems } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.archive.title')} lead={t('casework.archive.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'archive')} hidden={{ version: String(head.version) }}>
        <RadioGroup
          frame={frame}
          problems={problems}
          name="reason"
          label={t('casework.archive.reason')}
          options={archiveReasons.map((reason) => ({ value: reason, label: t(`record.archive.${reason}`) }))}
          value={typed['reason']}
        />
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('casework.words')}
          hint={t('casework.archive.words.hint')}
          rows={3}
          maxLength={longestReason}
          value={typed['words']}
        />
        <DeedButtons {...props} label={t('casework.verb.archive')} warning />
      </Form>
    </DeedPage>
  )
}

/** Promising the answer for later. */
export function ExtendPage(props: DeedProps): VNode {
  const { frame, head, typed, problems } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.extend.title')} lead={t('casework.extend.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'extend')} hidden={{ version: String(head.version) }}>
        <TextField
          frame={frame}
          problems={problems}
          name="days"
          label={t('casework.extend.days')}
          hint={t('casework.extend.days.hint')}
          inputmode="numeric"
          width="tiny"
          maxLength={2}
          value={typed['days']}
        />
        <RadioGroup
          frame={frame}
          problems={problems}
          name="reason"
          label={t('casework.extend.reason')}
          options={extensionReasons.map((reason) => ({ value: reason, label: t(`record.extension.${reason}`) }))}
          value={typed['reason']}
        />
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('casework.words')}
          hint={t('casework.extend.words.hint')}
          rows={3}
          maxLength={longestReason}
          value={typed['words']}
        />
        <DeedButtons {...props} label={t('casework.verb.extend')} />
      </Form>
    </DeedPage>
  )
}

/** Handing a ticket to another unit. */
export function TransferPage(props: DeedProps & { readonly offices: readonly OptionGroup[] }): VNode {
  const { frame, head, typed, problems } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.transfer.title')} lead={t('casework.transfer.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'transfer')} hidden={{ version: String(head.version) }}>
        <SearchableSelect
          frame={frame}
          problems={problems}
          name="office"
          label={t('casework.transfer.office')}
          placeholder={t('casework.choose')}
          options={props.offices}
          value={typed['office'] ?? ''}
        />
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('casework.words')}
          hint={t('casework.transfer.words.hint')}
          rows={3}
          maxLength={longestReason}
          value={typed['words']}
        />
        <DeedButtons {...props} label={t('casework.verb.transfer')} />
      </Form>
    </DeedPage>
  )
}

/** Another category, and so perhaps another deadline. */
export function ReclassifyPage(props: DeedProps & { readonly categories: readonly OptionGroup[] }): VNode {
  const { frame, head, typed, problems } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.reclassify.title')} lead={t('casework.reclassify.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'reclassify')} hidden={{ version: String(head.version) }}>
        <SearchableSelect
          frame={frame}
          problems={problems}
          name="category"
          label={t('casework.fact.category')}
          options={props.categories}
          value={typed['category'] ?? ''}
        />
        <Select
          frame={frame}
          problems={problems}
          name="class"
          label={t('casework.filter.class')}
          hint={t('casework.reclassify.class.hint')}
          placeholder={t('casework.reclassify.class.by_category')}
          options={ticketClasses.map((each) => ({ value: each, label: t(`casework.class.${each}`) }))}
          value={typed['class'] ?? ''}
          width="medium"
        />
        <DeedButtons {...props} label={t('casework.verb.reclassify')} />
      </Form>
    </DeedPage>
  )
}
