import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  ConsoleLayout,
  DescriptionGrid,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { type Letter, type LetterLanguage, type LetterText, longestBody, longestSubject, type Placeholder } from '../rules.ts'
import { paths, textHref, textPreviewHref, textResetHref } from '../urls.ts'

export type TextView = {
  readonly letter: Letter
  readonly language: LetterLanguage
  readonly text: LetterText
  /** The administrator's own, which can be put aside. */
  readonly own: boolean
  readonly placeholders: readonly Placeholder[]
  readonly preview: { readonly subject: string; readonly text: string } | null
  /** The preview shows what stands in the form and not what is stored. */
  readonly unsaved: boolean
}

type PartProps = { readonly frame: Frame; readonly view: TextView }

function Placeholders({ frame, view }: PartProps): VNode {
  const { t } = frame.words
  const remarks = ({ kind, required }: Placeholder) =>
    [...(required ? [t('notification.text.required')] : []), ...(kind === 'block' ? [t('notification.text.alone')] : [])].join(', ')
  return (
    <section class="stack mt-4" aria-labelledby="placeholders">
      <h2 id="placeholders">{t('notification.text.placeholders')}</h2>
      <p>{t('notification.text.placeholders.lead')}</p>
      <DescriptionGrid
        columns={1}
        items={view.placeholders.map((placeholder) => ({
          term: `{${placeholder.name}}`,
          value: [t(`notification.placeholder.${placeholder.name}`), remarks(placeholder)].filter((part) => part !== '').join(' – '),
        }))}
      />
    </section>
  )
}

function Preview({ frame, view }: PartProps): VNode | null {
  const { t } = frame.words
  if (view.preview === null) return null
  return (
    <section class="stack mt-4" aria-labelledby="preview">
      <h2 id="preview">{t('notification.text.preview.title')}</h2>
      <p>{t(view.unsaved ? 'notification.text.preview.unsaved' : 'notification.text.preview.note')}</p>
      <InsetText>
        <p lang={view.language} class="mb-4">
          <strong>{view.preview.subject}</strong>
        </p>
        <p lang={view.language} class="whitespace-pre-line break-words">
          {view.preview.text}
        </p>
      </InsetText>
    </section>
  )
}

function EditForm({ frame, view, problems }: PartProps & { readonly problems: Problems }): VNode {
  const { t } = frame.words
  const { letter, language, text } = view
  return (
    // The preview is a page of its own answered to a posted form, so the browser loads it itself.
    <Form frame={frame} action={textHref(letter, language)} reload>
      <TextField
        {...{ frame, problems }}
        name="subject"
        label={t('notification.text.subject')}
        value={text.subject}
        maxLength={longestSubject}
      />
      <TextArea
        {...{ frame, problems }}
        name="body"
        label={t('notification.text.body')}
        hint={t('notification.text.body.hint')}
        value={text.body}
        rows={14}
        maxLength={longestBody}
      />
      <ButtonGroup>
        <Button icon="check">{t('notification.text.save')}</Button>
        <Button variant="secondary" formAction={textPreviewHref(letter, language)}>
          {t('notification.text.preview')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

function ResetForm({ frame, view }: PartProps): VNode | null {
  const { t } = frame.words
  if (!view.own) return null
  return (
    <Form frame={frame} action={textResetHref(view.letter, view.language)}>
      <Button variant="warning" confirm={t('notification.text.reset.confirm')}>
        {t('notification.text.reset')}
      </Button>
    </Form>
  )
}

/** One letter in one language: its words, what can stand in them, and how it will read. */
export function TextPage({ frame, view, problems }: PartProps & { readonly problems: Problems }): VNode {
  const { t } = frame.words
  const title = t('notification.text.title', {
    letter: t(`notification.name.${view.letter}`),
    language: t(`notification.language.${view.language}`),
  })
  return (
    <ConsoleLayout frame={frame} title={title} section="templates" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack">
        <BackLink frame={frame} href={paths.texts} label={t('notification.text.back')} />
        <ErrorSummary frame={frame} problems={problems} />
        <PageHeading lead={t(`notification.when.${view.letter}`)}>{title}</PageHeading>
        <EditForm frame={frame} view={view} problems={problems} />
        <ResetForm frame={frame} view={view} />
        <Placeholders frame={frame} view={view} />
        <Preview frame={frame} view={view} />
      </div>
    </ConsoleLayout>
  )
}
