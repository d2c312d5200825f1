import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, ConsoleLayout, ErrorSummary, Form, PageHeading, type Problems, TextArea } from '../../../ui/index.ts'
import { longestItem, mostItems } from '../rules.ts'
import { listHref, paths } from '../urls.ts'

type Props = {
  readonly frame: Frame
  readonly code: string
  readonly name: string
  readonly isFamily: boolean
  readonly typed: { readonly wordsId: string; readonly wordsEn: string; readonly before: number }
  readonly problems: Problems
}

/** The list of one category, an item in each line. */
export function ListPage({ frame, code, name, isFamily, typed, problems }: Props): VNode {
  const { t } = frame.words
  const title = `${code} · ${name}`
  const field = { frame, problems, rows: 8, optional: true } as const
  return (
    <ConsoleLayout
      frame={frame}
      title={`${t('checklist.title')}: ${title}`}
      section="checklists"
      hasProblems={Object.keys(problems).length > 0}
    >
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={paths.list} label={t('checklist.title')} />
        <PageHeading lead={t(isFamily ? 'checklist.lead.family' : 'checklist.lead.one')} size="medium">
          {title}
        </PageHeading>
        <Form frame={frame} action={listHref(code)} hidden={{ before: String(typed.before) }} label={title}>
          <TextArea
            {...field}
            name="wordsId"
            label={t('checklist.words.id')}
            hint={t('checklist.words.hint', { most: mostItems, longest: longestItem })}
            value={typed.wordsId}
          />
          <TextArea {...field} name="wordsEn" label={t('checklist.words.en')} hint={t('checklist.words.en.hint')} value={typed.wordsEn} />
          <Button>{t('checklist.save')}</Button>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
