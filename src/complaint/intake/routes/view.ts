import type { FieldProblems, RouteRequest } from '../../../platform/http/route.ts'
import type { Fields, News, StepView } from '../pages/step-page.tsx'
import type { Offer } from '../read.ts'
import { countSteps, type Draft, findMissing, findPrevious, listSteps, type Step } from '../rules.ts'
import { stepUrls } from '../urls.ts'

/** Sentences for problems: the field's own where there is one. */
function sayProblems({ frame }: Pick<RouteRequest, 'frame'>, problems: FieldProblems): Readonly<Record<string, string>> {
  const { t, has } = frame.words
  return Object.fromEntries(
    Object.entries(problems).map(([field, code]) => {
      const own = `intake.problem.${field}.${code}`
      return [field, t(has(own) ? own : `ui.problem.${code}`)]
    }),
  )
}

export type ViewParts = {
  readonly draft: Draft
  readonly offer: Offer
  readonly values?: Fields
  readonly problems?: FieldProblems
  readonly news: News | null
  readonly begun: boolean
}

function findBack(step: Step, draft: Draft, { categories }: Offer): string {
  const settled = draft.checked && step !== 'check' && findMissing(draft, categories) === null
  const previous = settled ? 'check' : findPrevious(step, draft.answers, categories)
  return previous === null ? '/' : stepUrls[previous]
}

export function composeView(request: Pick<RouteRequest, 'frame'>, step: Step, parts: ViewParts): StepView {
  const { draft, offer, values = {}, problems = {}, news, begun } = parts
  const { frame } = request
  return {
    frame,
    step,
    place: countSteps(step, draft.answers, offer.categories),
    backHref: findBack(step, draft, offer),
    values,
    problems: sayProblems(request, problems),
    dropped: draft.dropped.map((name) => frame.words.t(`intake.answer.${name}`)),
    news,
    begun,
  }
}

/** Where to go instead of a screen that is not asked, or whose turn has not come. */
export function findDetour(step: Step, draft: Draft, { categories }: Offer): Step | null {
  const path = listSteps(draft.answers, categories)
  const missing = findMissing(draft, categories)
  if (!path.includes(step)) return missing ?? 'check'
  return missing !== null && path.indexOf(missing) < path.indexOf(step) ? missing : null
}
