import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Checkbox,
  CheckboxGroup,
  ConsoleLayout,
  ErrorSummary,
  Form,
  InsetText,
  NoticeBanner,
  PageHeading,
  type Problems,
  RadioGroup,
  SearchableSelect,
  Select,
  type SelectOption,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { bases, longestCopy, longestWords, mailLanguages, type Refusal, sharePurposes } from '../rules.ts'
import { composeHref, ticketHref } from '../urls.ts'

type Head = { readonly frame: Frame; readonly id: string; readonly number: string; readonly title: string }
type Props = Head & {
  readonly bodies: readonly SelectOption[]
  readonly files: readonly { readonly id: string; readonly name: string }[]
  /** Nobody may know who brought it. */
  readonly hidden: boolean
  readonly answered: boolean
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Problems
}

/** To whom, and in which language the mail is. */
function ToWhom({ frame, problems, typed, bodies }: Props): VNode {
  const { t } = frame.words
  const shared = { frame, problems } as const
  return (
    <>
      <SearchableSelect
        {...shared}
        name="body"
        label={t('share.body')}
        placeholder={t('share.body.choose')}
        options={bodies}
        value={typed['body'] ?? ''}
      />
      <TextField {...shared} name="otherBody" label={t('share.other')} hint={t('share.other.hint')} optional value={typed['otherBody']} />
      <TextField
        {...shared}
        name="email"
        type="email"
        label={t('share.email')}
        hint={t('share.email.hint')}
        autocomplete="off"
        spellcheck={false}
        ltr
        value={typed['email']}
      />
      <RadioGroup
        {...shared}
        name="language"
        label={t('share.language')}
        options={mailLanguages.map((value) => ({ value, label: t(`ui.language.${value}`) }))}
        value={typed['language']}
        inline
      />
    </>
  )
}

/** For what, and what allows it. */
function Why({ frame, problems, typed }: Props): VNode {
  const { t } = frame.words
  const shared = { frame, problems } as const
  return (
    <>
      <RadioGroup
        {...shared}
        name="purpose"
        label={t('share.purpose')}
        options={sharePurposes.map((value) => ({ value, label: t(`share.purpose.${value}`) }))}
        value={typed['purpose']}
      />
      <TextArea
        {...shared}
        name="purposeWords"
        label={t('share.words')}
        hint={t('share.words.hint')}
        rows={3}
        maxLength={longestWords}
        value={typed['purposeWords']}
      />
      <Select
        {...shared}
        name="basis"
        label={t('share.basis')}
        placeholder={t('share.basis.choose')}
        options={bases.map((value) => ({ value, label: t(value === 'consent' ? 'share.basis.consent' : `scope.basis.${value}`) }))}
        value={typed['basis'] ?? ''}
      />
      <TextArea
        {...shared}
        name="basisWords"
        label={t('share.basis.words')}
        hint={t('share.basis.words.hint')}
        rows={2}
        maxLength={longestWords}
        value={typed['basisWords']}
      />
    </>
  )
}

/** What is read there: the copy, to be shortened, and files. */
function What({ frame, problems, typed, files, hidden, answered }: Props): VNode {
  const { t } = frame.words
  const shared = { frame, problems } as const
  return (
    <>
      <TextArea
        {...shared}
        name="shared"
        label={t('share.shared')}
        hint={t('share.shared.hint')}
        rows={8}
        maxLength={longestCopy}
        value={typed['shared']}
      />
      {answered ? (
        <TextArea
          {...shared}
          name="answer"
          label={t('share.answer')}
          hint={t('share.answer.hint')}
          optional
          rows={6}
          maxLength={longestCopy}
          value={typed['answer']}
        />
      ) : null}
      {files.length === 0 ? null : (
        <CheckboxGroup
          {...shared}
          name="file"
          label={t('share.file')}
          hint={t('share.file.hint')}
          options={files.map(({ id, name }) => ({ value: id, label: name }))}
          values={(typed['file'] ?? '').split(',')}
        />
      )}
      {hidden ? <InsetText>{t('share.hidden')}</InsetText> : null}
    </>
  )
}

function Fields(props: Props): VNode {
  const { frame, problems, typed } = props
  const { t } = frame.words
  const shared = { frame, problems } as const
  return (
    <>
      <ToWhom {...props} />
      <Why {...props} />
      <What {...props} />
      <TextField
        {...shared}
        name="days"
        label={t('share.days')}
        hint={t('share.days.hint')}
        inputmode="numeric"
        width="tiny"
        value={typed['days']}
      />
      <Checkbox {...shared} name="checked" label={t('share.checked')} checked={typed['checked'] === '1'} />
    </>
  )
}

function Heading({ frame, number, title }: Head): VNode {
  const { t } = frame.words
  return (
    <PageHeading caption={`${number} ${title}`} lead={t('share.lead')} size="medium">
      {t('share.title')}
    </PageHeading>
  )
}

/** Letting somebody of another body read a part of a report. */
export function ComposePage(props: Props): VNode {
  const { frame, id, number, problems } = props
  const { t } = frame.words
  const title = t('share.title')
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${number}`} section="inbox" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={ticketHref(id)} label={t('share.back', { number })} />
        <Heading {...props} />
        <InsetText>{t('share.told')}</InsetText>
        <Form frame={frame} action={composeHref(id)} label={title}>
          <Fields {...props} />
          <Button icon="send">{t('share.send')}</Button>
        </Form>
      </div>
    </ConsoleLayout>
  )
}

/** Why a report is not shared by a link, and what can be done instead. */
export function RefusedPage(props: Head & { readonly refusal: Refusal }): VNode {
  const { frame, id, number, refusal } = props
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={`${t('share.title')} – ${number}`} section="inbox">
      <div class="stack max-w-3xl">
        <BackLink frame={frame} href={ticketHref(id)} label={t('share.back', { number })} />
        <Heading {...props} />
        <NoticeBanner frame={frame} tone="warning" title={t('share.refused.title')}>
          <p>{t(`share.refused.${refusal}`)}</p>
        </NoticeBanner>
      </div>
    </ConsoleLayout>
  )
}
