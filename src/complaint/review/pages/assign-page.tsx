import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Card,
  ConsoleLayout,
  DescriptionGrid,
  ErrorSummary,
  Form,
  InsetText,
  NoticeBanner,
  PageHeading,
  type Problems,
  RadioGroup,
} from '../../../ui/index.ts'
import { paths, reviewHref, ticketHref } from '../urls.ts'

export type ReviewerView = { readonly id: string; readonly name: string; readonly unfit: string | null }

export type AssignProps = {
  readonly frame: Frame
  readonly id: string
  readonly number: string
  readonly title: string
  /** What the complainant says is not right; null: nothing was said. */
  readonly words: string | null
  readonly askedAt: Date | null
  readonly dueAt: Date
  readonly timeZone: string
  readonly officeName: string
  readonly reviewer: string | null
  readonly reviewers: readonly ReviewerView[]
  readonly chosen: string
  readonly problems: Problems
}

function Facts({ frame, askedAt, dueAt, timeZone, officeName, reviewer, words }: AssignProps): VNode {
  const { t, date, dateTime } = frame.words
  return (
    <Card title={t('review.asked.title')}>
      <DescriptionGrid
        items={[
          { term: t('review.asked.at'), value: askedAt === null ? '' : dateTime(askedAt, timeZone) },
          { term: t('review.asked.due'), value: date(dueAt, timeZone) },
          { term: t('review.asked.unit'), value: officeName },
          { term: t('review.asked.reviewer'), value: reviewer ?? t('review.asked.nobody') },
        ]}
      />
      <h3 class="font-semibold">{t('review.asked.words')}</h3>
      <p class="message-text" dir="auto">
        {words ?? t('review.asked.no_words')}
      </p>
    </Card>
  )
}

/** Who could do it but for what they had to do with the first answer: said, so that nobody wonders. */
function Unfit({ frame, reviewers }: AssignProps): VNode | null {
  const { t } = frame.words
  const unfit = reviewers.filter((reviewer) => reviewer.unfit !== null)
  if (unfit.length === 0) return null
  return (
    <InsetText>
      <p>{t('review.unfit.lead')}</p>
      <ul class="list-disc ps-6">
        {unfit.map(({ id, name, unfit: why }) => (
          <li key={id}>
            {name} <span class="text-muted">{t(`review.unfit.${why ?? 'kept'}`)}</span>
          </li>
        ))}
      </ul>
    </InsetText>
  )
}

function Choice(props: AssignProps): VNode {
  const { frame, id, reviewers, chosen, problems } = props
  const { t } = frame.words
  const fit = reviewers.filter(({ unfit }) => unfit === null)
  if (fit.length === 0)
    return (
      <NoticeBanner frame={frame} tone="warning" id="nobody" title={t('review.nobody.title')}>
        <p>{t('review.nobody.lead')}</p>
      </NoticeBanner>
    )
  return (
    <Form frame={frame} action={reviewHref(id)} label={t('review.assign.title')}>
      <RadioGroup
        frame={frame}
        problems={problems}
        name="officer"
        label={t('review.assign.label')}
        options={fit.map((reviewer) => ({ value: reviewer.id, label: reviewer.name }))}
        value={chosen}
      />
      <ButtonGroup>
        <Button icon="user-check">{t('review.assign.submit')}</Button>
        <Button variant="secondary" href={ticketHref(id)}>
          {t('review.assign.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

/** Who looks a second time. */
export function AssignPage(props: AssignProps): VNode {
  const { frame, number, title, problems } = props
  const { t } = frame.words
  return (
    <ConsoleLayout
      frame={frame}
      title={`${t('review.assign.title')} – ${number}`}
      section="reviews"
      hasProblems={Object.keys(problems).length > 0}
    >
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={paths.queue} label={t('review.queue.title')} />
        <PageHeading caption={`${number} ${title}`} lead={t('review.assign.lead')} size="medium">
          {t('review.assign.title')}
        </PageHeading>
        <Facts {...props} />
        <Choice {...props} />
        <Unfit {...props} />
      </div>
    </ConsoleLayout>
  )
}
