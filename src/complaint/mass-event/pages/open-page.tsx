import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ConsoleLayout,
  ErrorSummary,
  Form,
  PageHeading,
  type Problems,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { longestTitle, longestWords } from '../rules.ts'
import { paths } from '../urls.ts'
import type { Option, Typed } from './views.ts'

type Props = { readonly frame: Frame; readonly offices: readonly Option[]; readonly typed: Typed; readonly problems: Problems }

/** Says what happened, before reports are attached to it. */
export function OpenPage({ frame, offices, typed, problems }: Props): VNode {
  const { t } = frame.words
  const title = t('mass-event.open.title')
  const field = { frame, problems } as const
  const [only, ...others] = offices
  const isOne = only !== undefined && others.length === 0
  return (
    <ConsoleLayout frame={frame} title={title} section="mass_events" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={paths.list} label={t('mass-event.title')} />
        <PageHeading lead={t('mass-event.open.lead')} size="medium">
          {title}
        </PageHeading>
        <Form frame={frame} action={paths.compose} hidden={isOne ? { office: only.value } : undefined} label={title}>
          {isOne ? null : (
            <Select
              {...field}
              name="office"
              label={t('mass-event.column.office')}
              placeholder={t('mass-event.choose')}
              options={offices}
              value={typed['office'] ?? ''}
            />
          )}
          <TextField
            {...field}
            name="title"
            label={t('mass-event.open.name')}
            hint={t('mass-event.open.name.hint')}
            maxLength={longestTitle}
            value={typed['title']}
          />
          <TextArea
            {...field}
            name="words"
            label={t('mass-event.open.words')}
            hint={t('mass-event.open.words.hint')}
            rows={5}
            maxLength={longestWords}
            value={typed['words']}
          />
          <Button>{t('mass-event.open.submit')}</Button>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
