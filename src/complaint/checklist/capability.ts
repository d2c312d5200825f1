import type { Capability } from '../../platform/capability.ts'
import lists from './data/checklists.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'
import { installList } from './store.ts'

export const checklist: Capability = {
  name: 'checklist',
  locales: { id, en },
  routes,
  async install(ctx) {
    for (const { category, items } of lists.lists) await installList(ctx.tx, { category, items, at: ctx.now })
  },
}
