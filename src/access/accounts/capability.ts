import type { Capability } from '../../platform/capability.ts'
import register from './data/offices.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { insertOffice } from './store/offices.ts'

export const accounts: Capability = {
  name: 'accounts',
  locales: { id, en },
  async install(ctx) {
    for (const office of register.offices) {
      await insertOffice(ctx.tx, { ...office, id: ctx.newId(), active: true, selectable: office.type === 'kanim' })
    }
  },
}
