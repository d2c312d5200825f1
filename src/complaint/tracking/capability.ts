import type { Capability } from '../../platform/capability.ts'
import { forgetOldTraces, sendRecovery } from './jobs.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const tracking: Capability = { name: 'tracking', locales: { id, en }, routes, jobs: [sendRecovery, forgetOldTraces] }
