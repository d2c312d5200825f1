import type { Capability } from '../../platform/capability.ts'
import { tellOfContributions } from './contribution.ts'
import { recoverByMail, sendLinks, sendMail, tellAttempts } from './jobs.ts'
import { tellOfEvents } from './listeners.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { tellOfMentions } from './mention.ts'
import { tellOfEscalations } from './officers.ts'
import { routes } from './routes.ts'
import { tellOfChecks } from './treatment.ts'

export const notification: Capability = {
  name: 'notification',
  locales: { id, en },
  routes,
  listeners: [tellOfEvents, tellOfEscalations, tellOfChecks, tellOfMentions, tellOfContributions],
  jobs: [sendMail, recoverByMail, sendLinks, tellAttempts],
}
