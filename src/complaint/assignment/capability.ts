import type { Capability } from '../../platform/capability.ts'
import { placeNew } from './listeners.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { queueRoutes } from './routes/queues.ts'
import { ruleRoutes } from './routes/ruling.ts'

export const assignment: Capability = {
  name: 'assignment',
  locales: { id, en },
  routes: [...ruleRoutes, ...queueRoutes],
  listeners: [placeNew],
}
