import type { Capability } from '../../platform/capability.ts'
import taxonomy from './data/taxonomy.json' with { type: 'json' }
import { makePartitions, sumUpClosed } from './jobs.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'
import { type Category, installCategories } from './store/categories.ts'

function toCategories(): Category[] {
  return taxonomy.categories.flatMap((category, index): Category[] => {
    const shared = {
      class: category.sla as Category['class'],
      confidentiality: category.conf as Category['confidentiality'],
      owner: category.owner,
      active: true,
    }
    const top: Category = {
      ...shared,
      code: category.code,
      parent: null,
      nameId: category.name,
      nameEn: category.name_en,
      position: index * 100,
    }
    return [
      top,
      ...category.subs.map(
        (sub, place): Category => ({
          ...shared,
          code: sub.code,
          parent: category.code,
          nameId: sub.id,
          nameEn: sub.en,
          position: index * 100 + place + 1,
        }),
      ),
    ]
  })
}

export const record: Capability = {
  name: 'record',
  locales: { id, en },
  routes,
  jobs: [makePartitions, sumUpClosed],
  install: (ctx) => installCategories(ctx.tx, toCategories()),
}
