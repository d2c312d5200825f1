import type { Capability } from '../../platform/capability.ts'
import register from './data/offices.json' with { type: 'json' }
import { sweepAccounts } from './jobs.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { accountRoutes } from './routes/account.ts'
import { apiKeyRoutes } from './routes/api-keys.ts'
import { officerVerbRoutes } from './routes/officer-verbs.ts'
import { officerRoutes } from './routes/officers.ts'
import { officeRoutes } from './routes/offices.ts'
import { passwordLinkRoutes } from './routes/password-link.ts'
import { secondFactorRoutes } from './routes/second-factor.ts'
import { signInRoutes } from './routes/sign-in.ts'
import { trainingRoutes } from './routes/training.ts'
import { workRoutes } from './routes/work.ts'
import { insertOffice } from './store/offices.ts'

export const accounts: Capability = {
  name: 'accounts',
  locales: { id, en },
  routes: [
    ...signInRoutes,
    ...passwordLinkRoutes,
    ...accountRoutes,
    ...apiKeyRoutes,
    ...secondFactorRoutes,
    ...officerRoutes,
    ...officerVerbRoutes,
    ...officeRoutes,
    ...workRoutes,
    ...trainingRoutes,
  ],
  jobs: [sweepAccounts],
  async install(ctx) {
    for (const office of register.offices) {
      await insertOffice(ctx.tx, { ...office, id: ctx.newId(), active: true, selectable: office.type === 'kanim', parentId: null })
    }
  },
}
