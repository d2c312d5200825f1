import type { Capability } from '../../platform/capability.ts'
import { checkTrail, linkTrail } from './jobs.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const trail: Capability = { name: 'trail', locales: { id, en }, routes, jobs: [linkTrail, checkTrail] }
