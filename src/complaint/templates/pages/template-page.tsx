import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Card,
  Checkbox,
  ConsoleLayout,
  DescriptionGrid,
  ErrorSummary,
  Form,
  PageHeading,
  type Problems,
  SearchableSelect,
  Select,
  type SelectEntry,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import type { AnswerParts } from '../../conversation/rules.ts'
import { answerParts, longestName, longestPart, templateLanguages, variables } from '../rules.ts'
import { paths, templateHref } from '../urls.ts'

export type TemplateView = {
  /** null: a new one. */
  readonly id: string | null
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Problems
  readonly offices: readonly { readonly value: string; readonly label: string }[]
  readonly categories: readonly SelectEntry[]
  /** Filled with made-up words; null where there is none to show. */
  readonly preview: AnswerParts | null
}

type Props = { readonly frame: Frame; readonly view: TemplateView }

function Preview({ frame, preview }: { readonly frame: Frame; readonly preview: AnswerParts }): VNode {
  const { t } = frame.words
  return (
    <Card title={t('templates.preview')}>
      <DescriptionGrid
        columns={1}
        items={answerParts
          .filter((part) => preview[part] !== '')
          .map((part) => ({
            term: t(`templates.part.${part}`),
            value: (
              <span class="whitespace-pre-line break-words" dir="auto">
                {preview[part]}
              </span>
            ),
          }))}
      />
    </Card>
  )
}

function Scope({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { typed, problems } = view
  const field = { frame, problems } as const
  return (
    <>
      <TextField
        {...field}
        name="name"
        label={t('templates.name')}
        hint={t('templates.name.hint')}
        value={typed['name']}
        maxLength={longestName}
      />
      <Select
        {...field}
        name="language"
        label={t('templates.language')}
        options={templateLanguages.map((value) => ({ value, label: t(`ui.language.${value}`) }))}
        value={typed['language'] ?? 'id'}
        width="medium"
      />
      <SearchableSelect
        {...field}
        name="category"
        label={t('templates.category')}
        placeholder={t('templates.every_category')}
        options={view.categories}
        value={typed['category'] ?? ''}
      />
      <Select
        {...field}
        name="office"
        label={t('templates.office')}
        options={view.offices}
        value={typed['office'] ?? view.offices[0]?.value ?? ''}
        width="medium"
      />
    </>
  )
}

/** One beginning of an answer, with what can stand in it and how it reads. */
export function TemplatePage({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { id, typed, problems, preview } = view
  const title = t(id === null ? 'templates.add' : 'templates.edit')
  return (
    <ConsoleLayout frame={frame} title={title} section="answers" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={paths.list} label={t('templates.title')} />
        <PageHeading lead={t('templates.variables', { list: variables.map((name) => `{${name}}`).join(' ') })} size="medium">
          {title}
        </PageHeading>
        {preview === null ? null : <Preview frame={frame} preview={preview} />}
        <Form frame={frame} action={id === null ? paths.add : templateHref(id)} hidden={id === null ? {} : { id }} label={title}>
          <Scope frame={frame} view={view} />
          {answerParts.map((part) => (
            <TextArea
              key={part}
              frame={frame}
              problems={problems}
              name={part}
              label={t(`templates.part.${part}`)}
              optional
              rows={3}
              maxLength={longestPart}
              value={typed[part]}
            />
          ))}
          <Checkbox
            frame={frame}
            problems={problems}
            name="active"
            label={t('templates.active')}
            checked={(typed['active'] ?? '') !== ''}
          />
          <ButtonGroup>
            <Button>{t('templates.save')}</Button>
            <Button variant="secondary" icon="eye" formAction={paths.preview}>
              {t('templates.look')}
            </Button>
          </ButtonGroup>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
