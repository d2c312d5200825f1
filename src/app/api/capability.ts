import type { Capability } from '../../platform/capability.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

/** The doors of the house for other programs: the same actions as the pages, as JSON. */
export const api: Capability = { name: 'api', locales: { id, en }, routes }
