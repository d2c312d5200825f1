import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ConsoleLayout,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  SearchableSelect,
  type SelectOption,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { longestQuestion, longestShared } from '../rules.ts'
import { askHref, ticketHref } from '../urls.ts'

type Props = {
  readonly frame: Frame
  readonly id: string
  readonly number: string
  readonly title: string
  /** When the complainant is owed the answer; null where that day has passed. */
  readonly owedAt: Date | null
  readonly timeZone: string
  readonly offices: readonly SelectOption[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Problems
}

function Fields({ frame, problems, typed, offices, owedAt, timeZone }: Props): VNode {
  const { t, date } = frame.words
  const shared = { frame, problems } as const
  return (
    <>
      <SearchableSelect
        {...shared}
        name="office"
        label={t('contribution.ask.office')}
        placeholder={t('contribution.ask.office.choose')}
        options={offices}
        value={typed['office'] ?? ''}
      />
      <TextArea
        {...shared}
        name="question"
        label={t('contribution.ask.question')}
        rows={4}
        maxLength={longestQuestion}
        value={typed['question']}
      />
      <TextArea
        {...shared}
        name="shared"
        label={t('contribution.ask.shared')}
        hint={t('contribution.ask.shared.hint')}
        optional
        rows={8}
        maxLength={longestShared}
        value={typed['shared']}
      />
      <TextField
        {...shared}
        name="days"
        label={t('contribution.ask.days')}
        hint={owedAt === null ? t('contribution.ask.days.late') : t('contribution.ask.days.hint', { due: date(owedAt, timeZone) })}
        inputmode="numeric"
        width="tiny"
        value={typed['days']}
      />
    </>
  )
}

/** Asking another unit for its part. */
export function AskPage(props: Props): VNode {
  const { frame, id, number, problems } = props
  const { t } = frame.words
  const title = t('contribution.ask.title')
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${number}`} section="inbox" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={ticketHref(id)} label={t('contribution.ask.back', { number })} />
        <PageHeading caption={`${number} ${props.title}`} lead={t('contribution.ask.lead')} size="medium">
          {title}
        </PageHeading>
        <InsetText>{t('contribution.ask.clock')}</InsetText>
        <Form frame={frame} action={askHref(id)} label={title}>
          <Fields {...props} />
          <Button icon="send">{t('contribution.ask.send')}</Button>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
