import type { Capability } from '../../platform/capability.ts'
import { bindAnew, partFromLeaving, passAnswerOn } from './listeners.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }

export const joining: Capability = { name: 'joining', locales: { id, en }, listeners: [passAnswerOn, partFromLeaving, bindAnew] }
