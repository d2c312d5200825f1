import type { Capability } from '../../platform/capability.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'

export const identityOpening: Capability = { name: 'identity-opening', locales: { id, en }, routes }
