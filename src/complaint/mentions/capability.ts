import type { Capability } from '../../platform/capability.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const mentions: Capability = { name: 'mentions', locales: { id, en }, routes }
