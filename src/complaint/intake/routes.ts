import Type from 'typebox'
import { defineRoute, type Route, type RouteRequest } from '../../platform/http/route.ts'
import { checkRoutes } from './routes/check-step.ts'
import { choiceSteps } from './routes/choice-steps.ts'
import { type StepConfig, showStep, takeStep } from './routes/engine.ts'
import { filesRoutes } from './routes/files-step.ts'
import { receiptRoutes } from './routes/receipt.ts'
import { textSteps } from './routes/text-steps.ts'
import { stepUrls } from './urls.ts'

/** News told by an address after a detour: a word of ours, never text of a visitor. */
const newsQuery = Type.Object({ kabar: Type.Optional(Type.String({ maxLength: 20 })) })

/** A screen has one address: GET asks, POST takes the answer. Unsent answers are nobody's ticket, so they leave no line in the trail. */
function routeStep(config: StepConfig): readonly Route[] {
  const shared = {
    path: stepUrls[config.step],
    audience: 'visitor',
    permission: 'public',
    audit: { event: `intake.${config.step}`, done: false },
  } as const
  return [
    defineRoute({ ...shared, method: 'GET', query: newsQuery, handler: (request, ctx) => showStep(config, request as RouteRequest, ctx) }),
    defineRoute({
      ...shared,
      method: 'POST',
      freshVisit: true,
      form: config.form,
      handler: (request, ctx) => takeStep(config, request as RouteRequest, ctx),
    }),
  ]
}

export const routes: readonly Route[] = [
  ...[...choiceSteps, ...textSteps].flatMap(routeStep),
  ...filesRoutes,
  ...checkRoutes,
  ...receiptRoutes,
]
