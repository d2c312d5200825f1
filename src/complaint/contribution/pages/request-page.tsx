import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Card,
  ConsoleLayout,
  DueTag,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  SearchableSelect,
  type SelectOption,
  TextArea,
} from '../../../ui/index.ts'
import { longestReply } from '../rules.ts'
import { passHref, paths, requestHref } from '../urls.ts'
import type { RequestView } from './views.ts'

type Props = {
  readonly frame: Frame
  readonly request: RequestView
  readonly now: Date
  readonly units: readonly SelectOption[]
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Problems
}

function ReplyForm({ frame, request, typed, problems }: Props): VNode {
  const { t } = frame.words
  return (
    <Card title={t('contribution.reply.title')}>
      <Form frame={frame} action={requestHref(request.id)} label={t('contribution.reply.title')}>
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('contribution.reply.words')}
          hint={t('contribution.reply.hint')}
          rows={8}
          maxLength={longestReply}
          value={typed['words']}
        />
        <div class="button-group">
          <Button icon="send" name="deed" value="answer">
            {t('contribution.reply.send')}
          </Button>
          <Button variant="secondary" icon="pencil" name="deed" value="draft">
            {t('contribution.reply.keep')}
          </Button>
          <Button variant="secondary" icon="undo-2" name="deed" value="decline">
            {t('contribution.reply.decline')}
          </Button>
        </div>
      </Form>
    </Card>
  )
}

function PassForm({ frame, request, units, typed, problems }: Props): VNode | null {
  const { t } = frame.words
  if (units.length === 0) return null
  return (
    <Card title={t('contribution.pass.title')}>
      <Form frame={frame} action={passHref(request.id)} label={t('contribution.pass.title')}>
        <SearchableSelect
          frame={frame}
          problems={problems}
          name="office"
          label={t('contribution.pass.office')}
          hint={t('contribution.pass.hint')}
          placeholder={t('contribution.ask.office.choose')}
          options={units}
          value={typed['office'] ?? ''}
        />
        <Button variant="secondary" icon="arrow-right-left">
          {t('contribution.pass.send')}
        </Button>
      </Form>
    </Card>
  )
}

function Shared({ frame, request }: Props): VNode {
  const { t } = frame.words
  return (
    <>
      <Card title={t('contribution.ask.question')}>
        <p class="message-text" dir="auto">
          {request.question}
        </p>
      </Card>
      <Card title={t('contribution.shared.title')}>
        <p class="text-muted">{t('contribution.shared.lead')}</p>
        <p class="message-text" dir="auto">
          {request.shared === '' ? t('contribution.shared.none') : request.shared}
        </p>
      </Card>
    </>
  )
}

/** One request as the asked unit sees it. */
export function RequestPage(props: Props): VNode {
  const { frame, request, now, problems } = props
  const { t, dateTime, date } = frame.words
  const { askingOffice, askedByName, askedAt, dueAt, timeZone } = request
  const title = t('contribution.request.title')
  const lead = t('contribution.request.lead', {
    office: askingOffice,
    by: askedByName,
    at: dateTime(askedAt, timeZone),
    due: date(dueAt, timeZone),
  })
  return (
    <ConsoleLayout frame={frame} title={title} section="contributions" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={paths.list} label={t('contribution.request.back')} />
        <PageHeading caption={request.officeName} lead={lead} size="medium">
          {title}
        </PageHeading>
        {request.state === 'open' && now >= dueAt ? <DueTag frame={frame} state="late" due={dueAt} timeZone={timeZone} /> : null}
        <Shared {...props} />
        {request.state === 'open' ? (
          <>
            <ReplyForm {...props} />
            <PassForm {...props} />
          </>
        ) : (
          <InsetText>
            <p>
              <strong>{t(`contribution.state.${request.state}`)}</strong> {request.repliedByName}
            </p>
            <p class="message-text" dir="auto">
              {request.reply}
            </p>
          </InsetText>
        )}
      </div>
    </ConsoleLayout>
  )
}
