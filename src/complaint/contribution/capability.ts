import type { Capability } from '../../platform/capability.ts'
import { watchDue } from './jobs.ts'
import { withdrawAfterwards } from './listeners.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const contribution: Capability = {
  name: 'contribution',
  locales: { id, en },
  routes,
  listeners: [withdrawAfterwards],
  jobs: [watchDue],
}
