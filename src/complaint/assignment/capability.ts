import type { Capability } from '../../platform/capability.ts'
import { handOverForAdministrator, placeNew, recoverReturned, takeFromLeaving } from './listeners.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { handOverRoutes } from './routes/hand-over.ts'
import { queueRoutes } from './routes/queues.ts'
import { ruleRoutes } from './routes/ruling.ts'

export const assignment: Capability = {
  name: 'assignment',
  locales: { id, en },
  routes: [...ruleRoutes, ...queueRoutes, ...handOverRoutes],
  jobs: [handOverForAdministrator],
  listeners: [placeNew, takeFromLeaving, recoverReturned],
}
