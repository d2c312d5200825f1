import type { Capability } from '../../platform/capability.ts'
import { forgetDrafts, removeDraftFiles, sweepFiles } from './jobs.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const intake: Capability = { name: 'intake', locales: { id, en }, routes, jobs: [removeDraftFiles, forgetDrafts, sweepFiles] }
