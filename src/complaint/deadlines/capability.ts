import type { Capability } from '../../platform/capability.ts'
import pack from './data/deadlines.json' with { type: 'json' }
import holidays from './data/holidays.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import type { DeadlineRule } from './rules.ts'
import { installDaysOff, installRules, installYears } from './store.ts'

const sources: Readonly<Record<string, string>> = holidays.sources

export const deadlines: Capability = {
  name: 'deadlines',
  locales: { id, en },
  async install(ctx) {
    await installRules(ctx.tx, pack.rules as (DeadlineRule & { valid_from: string })[])
    await installYears(
      ctx.tx,
      holidays.years.map((year) => ({ year, source: sources[String(year)] ?? '' })),
    )
    await installDaysOff(
      ctx.tx,
      holidays.days.map(({ date, type, name }) => ({ day: date, province: null, type, name, source: sources[date.slice(0, 4)] ?? '' })),
    )
  },
}
