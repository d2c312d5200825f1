import type { VNode } from 'preact'
import { Button, Icon, PageHeading } from '../../../ui/index.ts'
import { discardUrl } from '../urls.ts'
import { StepPage, type StepView } from './step-page.tsx'

export type SignpostView = {
  readonly title: string
  readonly lead: string
  /** It may solve the matter; other advice only prepares the report. */
  readonly solves: boolean
  readonly points: readonly string[]
  readonly links: readonly { readonly href: string; readonly label: string }[]
}

function Links({ links }: { readonly links: SignpostView['links'] }): VNode | null {
  if (links.length === 0) return null
  return (
    <ul class="space-y-1">
      {links.map(({ href, label }) => (
        <li key={href}>
          {href.startsWith('/') ? (
            <a href={href}>{label}</a>
          ) : (
            <a class="inline-flex items-center gap-2" href={href} rel="noopener noreferrer external" dir="ltr">
              {label}
              <Icon name="external-link" size="small" />
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What may help at once. The way on to the report is the first button, always. */
export function SignpostPage({ view, signpost }: { readonly view: StepView; readonly signpost: SignpostView }): VNode {
  const { t } = view.frame.words
  const solved = signpost.solves ? (
    <Button variant="secondary" href={discardUrl}>
      {t('intake.signpost.solved')}
    </Button>
  ) : null
  return (
    <StepPage view={view} title={signpost.title} next={t('intake.signpost.continue')} buttons={solved} plain hasWayOut={signpost.solves}>
      <PageHeading lead={signpost.lead}>{signpost.title}</PageHeading>
      <ul class="list-disc space-y-3 ps-6">
        {signpost.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <Links links={signpost.links} />
    </StepPage>
  )
}
