import type { Capability } from '../../platform/capability.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }

export const split: Capability = { name: 'split', locales: { id, en } }
