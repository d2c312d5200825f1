import type { Capability } from '../../platform/capability.ts'
import { watchRepeats } from './jobs.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const cause: Capability = { name: 'cause', locales: { id, en }, routes, jobs: [watchRepeats] }
