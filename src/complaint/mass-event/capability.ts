import type { Capability } from '../../platform/capability.ts'
import { giveAnswers } from './jobs.ts'
import { leaveAfterwards } from './listeners.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const massEvent: Capability = {
  name: 'mass-event',
  locales: { id, en },
  routes,
  listeners: [leaveAfterwards],
  jobs: [giveAnswers],
}
