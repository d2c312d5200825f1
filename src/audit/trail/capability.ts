import type { Capability } from '../../platform/capability.ts'
import { linkTrail } from './jobs.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }

export const trail: Capability = { name: 'trail', locales: { id, en }, jobs: [linkTrail] }
