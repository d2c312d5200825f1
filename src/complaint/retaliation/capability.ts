import type { Capability } from '../../platform/capability.ts'
import { askDue } from './jobs.ts'
import { planAfterEnd } from './listeners.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const retaliation: Capability = { name: 'retaliation', locales: { id, en }, routes, listeners: [planAfterEnd], jobs: [askDue] }
