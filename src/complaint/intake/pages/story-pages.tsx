import type { VNode } from 'preact'
import { DateFields, Details, PageHeading, TextArea, TextField } from '../../../ui/index.ts'
import { limits } from '../rules.ts'
import { readValue, StepPage, type StepView, wire } from './step-page.tsx'

type StoryPageProps = {
  readonly view: StepView
  /** Words of the kind: what happened, what is suggested, what is asked. */
  readonly words: { readonly title: string; readonly hint: string; readonly help: readonly string[] }
  readonly wish: boolean
}

function StoryHelp({ view, help }: { readonly view: StepView; readonly help: readonly string[] }): VNode {
  const { t } = view.frame.words
  return (
    <Details summary={t('intake.story.help')}>
      <ul class="list-disc space-y-2 ps-6">
        {help.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t('intake.story.help_care')}</p>
    </Details>
  )
}

export function StoryPage({ view, words, wish }: StoryPageProps): VNode {
  const { t } = view.frame.words
  const field = wire(view)
  return (
    <StepPage view={view} title={words.title}>
      <TextArea
        {...field}
        name="text"
        label={words.title}
        hint={words.hint}
        asHeading
        rows={10}
        maxLength={limits.text}
        value={readValue(view, 'text')}
      />
      <StoryHelp view={view} help={words.help} />
      {wish ? (
        <TextArea
          {...field}
          name="wish"
          label={t('intake.wish.label')}
          hint={t('intake.wish.hint')}
          optional
          rows={4}
          value={readValue(view, 'wish')}
        />
      ) : null}
      <TextField
        {...field}
        name="reference"
        label={t('intake.reference.label')}
        hint={t('intake.reference.hint')}
        optional
        width="medium"
        autocomplete="off"
        spellcheck={false}
        ltr
        value={readValue(view, 'reference')}
      />
    </StepPage>
  )
}

/** `accused`: something is alleged of staff, so it is asked who it was. */
export function TimePage({ view, accused }: { readonly view: StepView; readonly accused: boolean }): VNode {
  const { t } = view.frame.words
  const field = { ...wire(view), optional: true }
  return (
    <StepPage view={view} title={t('intake.time.title')}>
      <PageHeading lead={t('intake.time.lead')}>{t('intake.time.title')}</PageHeading>
      <DateFields
        {...field}
        name="happened"
        label={t('intake.time.date')}
        hint={t('intake.time.date_hint')}
        day={readValue(view, 'happenedDay')}
        month={readValue(view, 'happenedMonth')}
        year={readValue(view, 'happenedYear')}
      />
      <TextField
        {...field}
        name="happenedRoughly"
        label={t('intake.time.roughly')}
        hint={t('intake.time.roughly_hint')}
        value={readValue(view, 'happenedRoughly')}
      />
      <TextField
        {...field}
        name="happenedAt"
        label={t('intake.time.place')}
        hint={t('intake.time.place_hint')}
        value={readValue(view, 'happenedAt')}
      />
      {accused ? (
        <TextField
          {...field}
          name="accused"
          label={t('intake.time.accused')}
          hint={t('intake.time.accused_hint')}
          autocomplete="off"
          spellcheck={false}
          value={readValue(view, 'accused')}
        />
      ) : null}
    </StepPage>
  )
}
