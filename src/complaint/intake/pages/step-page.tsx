import type { ComponentChildren, VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, ButtonGroup, CitizenLayout, ErrorSummary, Form, NoticeBanner, type Problems } from '../../../ui/index.ts'
import type { Step } from '../rules.ts'
import { discardUrl, stepUrls } from '../urls.ts'

export type Fields = Readonly<Record<string, string | readonly string[]>>

/** News that a screen shows above its question: `intake.news.<name>`. */
export const news = ['start', 'expired', 'resumed', 'incomplete', 'unseen', 'again', 'fresh'] as const
export type News = (typeof news)[number]
const calmNews: ReadonlySet<News> = new Set(['resumed', 'start', 'unseen', 'fresh'])

/** What every screen of the form gets. */
export type StepView = {
  readonly frame: Frame
  readonly step: Step
  /** Null for a screen that is no step of the way. */
  readonly place: { readonly number: number; readonly total: number } | null
  readonly backHref: string
  /** What the fields hold: answers given before, or what was typed. */
  readonly values: Fields
  /** Sentences by field. */
  readonly problems: Problems
  /** Answers that the last change made meaningless, in words. */
  readonly dropped: readonly string[]
  readonly news: News | null
  /** Something was begun that can be deleted. */
  readonly begun: boolean
}

const formId = 'isian'

/** A field's single value. */
export function readValue(view: StepView, name: string): string {
  const value = view.values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** What every field of a screen takes. */
export function wire(view: StepView): { readonly frame: Frame; readonly problems: Problems } {
  return { frame: view.frame, problems: view.problems }
}

function DroppedNotice({ view }: { readonly view: StepView }): VNode | null {
  if (view.dropped.length === 0) return null
  const { t } = view.frame.words
  return (
    <NoticeBanner frame={view.frame} title={t('intake.dropped.title')} id="dropped">
      <p>{t('intake.dropped.lead')}</p>
      <ul class="list-disc ps-6">
        {view.dropped.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </NoticeBanner>
  )
}

function NewsNotice({ view }: { readonly view: StepView }): VNode | null {
  if (view.news === null) return null
  const tone = calmNews.has(view.news) ? 'info' : 'warning'
  return (
    <NoticeBanner frame={view.frame} tone={tone} id="news">
      <p>{view.frame.words.t(`intake.news.${view.news}`)}</p>
    </NoticeBanner>
  )
}

export type StepPageProps = {
  readonly view: StepView
  readonly title: string
  readonly children: ComponentChildren
  /** The words of the button that goes on. */
  readonly next?: string
  /** Further buttons beside it. */
  readonly buttons?: ComponentChildren
  readonly multipart?: boolean
  /** Below the form: words that are no part of the question. */
  readonly after?: ComponentChildren
  readonly action?: string
  readonly idempotencyKey?: string
  /** There is nothing to type: another language needs no form. */
  readonly plain?: boolean
  /** The page has its own way out. */
  readonly hasWayOut?: boolean
  /** Problems of parts that are no fields, such as single files. */
  readonly extraProblems?: readonly { readonly words: string; readonly id: string }[]
}

function Summary({ view, extra }: { readonly view: StepView; readonly extra: NonNullable<StepPageProps['extraProblems']> }): VNode {
  const more = extra.map(({ words }, place) => [`extra-${place}`, words] as const)
  const ids = extra.map(({ id }, place) => [`extra-${place}`, id] as const)
  return <ErrorSummary frame={view.frame} problems={{ ...view.problems, ...Object.fromEntries(more) }} ids={Object.fromEntries(ids)} />
}

/** One screen of the form: way back, problems, news, the question, the button that goes on; last, a way out that leaves nothing behind. */
export function StepPage(props: StepPageProps): VNode {
  const { view, title, extraProblems = [] } = props
  const { frame } = view
  const { t } = frame.words
  const hasProblems = Object.keys(view.problems).length + extraProblems.length > 0
  return (
    <CitizenLayout
      frame={frame}
      title={title}
      hasProblems={hasProblems}
      before={<BackLink frame={frame} href={view.backHref} />}
      personal
      formId={formId}
    >
      <Summary view={view} extra={extraProblems} />
      <NewsNotice view={view} />
      <DroppedNotice view={view} />
      <div>
        {view.place === null ? null : <p class="heading-caption">{t('intake.step', view.place)}</p>}
        <Form
          frame={frame}
          action={props.action ?? stepUrls[view.step]}
          id={formId}
          multipart={props.multipart ?? false}
          idempotencyKey={props.idempotencyKey}
        >
          {props.children}
          <ButtonGroup>
            <Button icon="arrow-right" iconAtEnd>
              {props.next ?? t('intake.next')}
            </Button>
            {props.buttons}
          </ButtonGroup>
        </Form>
      </div>
      {props.after}
      {view.begun && !props.hasWayOut ? (
        <p>
          <a href={discardUrl}>{t('intake.discard.link')}</a>
        </p>
      ) : null}
    </CitizenLayout>
  )
}
