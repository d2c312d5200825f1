import type { Capability } from '../../platform/capability.ts'
import { closeKept } from './listeners.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const share: Capability = { name: 'share', locales: { id, en }, routes, listeners: [closeKept] }
