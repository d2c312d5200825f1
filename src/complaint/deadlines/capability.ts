import type { Capability } from '../../platform/capability.ts'
import pack from './data/deadlines.json' with { type: 'json' }
import holidays from './data/holidays.json' with { type: 'json' }
import hours from './data/hours.json' with { type: 'json' }
import { moveClocks, watchClocks } from './jobs.ts'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'
import type { DeadlineRule, OfficeHours } from './rules.ts'
import { installDaysOff, installHours, installRules, installYears } from './store/rule-pack.ts'

const sources: Readonly<Record<string, string>> = holidays.sources

export const deadlines: Capability = {
  name: 'deadlines',
  locales: { id, en },
  routes,
  jobs: [watchClocks, moveClocks],
  async install(ctx) {
    await installRules(ctx.tx, pack.rules as (DeadlineRule & { valid_from: string })[])
    await installHours(ctx.tx, { windows: hours.windows as unknown as OfficeHours, source: hours.source })
    await installYears(
      ctx.tx,
      holidays.years.map((year) => ({ year, source: sources[String(year)] ?? '' })),
    )
    await installDaysOff(
      ctx.tx,
      holidays.days.map(({ date, type, name }) => ({ day: date, type, name, source: sources[date.slice(0, 4)] ?? '' })),
    )
  },
}
