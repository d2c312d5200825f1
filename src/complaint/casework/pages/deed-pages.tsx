import type { VNode } from 'preact'
import { Form, RadioGroup, SearchableSelect, Select, TextArea, TextField } from '../../../ui/index.ts'
import { archiveReasons, extensionReasons, longestReason, ticketClasses } from '../rules.ts'
import { causeHref, verbHref } from '../urls.ts'
import { DeedButtons, DeedPage, type DeedProps } from './deed-page.tsx'
import type { OptionGroup } from './views.ts'

const closeChoices = ['solved', 'no_reply', 'not_solved', 'officer'] as const

type FieldsOf = Pick<DeedProps, 'frame' | 'typed' | 'problems'>

/** An explanation in the officer's words. */
function WordsField({ frame, typed, problems, hint, optional }: FieldsOf & { readonly hint: string; readonly optional?: boolean }): VNode {
  return (
    <TextArea
      frame={frame}
      problems={problems}
      name="words"
      label={frame.words.t('casework.words')}
      hint={hint}
      {...(optional ? { optional } : {})}
      rows={3}
      maxLength={longestReason}
      value={typed['words']}
    />
  )
}

/** One of the listed reasons; `words` is where they are put into words. */
function ReasonField({
  frame,
  typed,
  problems,
  label,
  reasons,
  words,
}: FieldsOf & { readonly label: string; readonly reasons: readonly string[]; readonly words: string }): VNode {
  return (
    <RadioGroup
      frame={frame}
      problems={problems}
      name="reason"
      label={label}
      options={reasons.map((reason) => ({ value: reason, label: frame.words.t(`${words}.${reason}`) }))}
      value={typed['reason']}
    />
  )
}

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
        <WordsField {...props} hint={t('casework.close.words.hint')} optional />
        <p>
          <a href={causeHref(head.id)}>{t('cause.ticket.record')}</a>
        </p>
        <DeedButtons {...props} label={t('casework.verb.close')} />
      </Form>
    </DeedPage>
  )
}

/** Putting a ticket away without an answer. */
export function ArchivePage(props: DeedProps): VNode {
  const { frame, head } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.archive.title')} lead={t('casework.archive.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'archive')} hidden={{ version: String(head.version) }}>
        <ReasonField {...props} label={t('casework.archive.reason')} reasons={archiveReasons} words="record.archive" />
        <WordsField {...props} hint={t('casework.archive.words.hint')} />
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
        <ReasonField {...props} label={t('casework.extend.reason')} reasons={extensionReasons} words="record.extension" />
        <WordsField {...props} hint={t('casework.extend.words.hint')} />
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
        <WordsField {...props} hint={t('casework.transfer.words.hint')} />
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
