import type { Context } from './context.ts'
import type { Listener } from './events.ts'
import type { Route } from './http/route.ts'
import type { Locale, Messages } from './i18n.ts'
import type { Job } from './jobs.ts'

/** What a capability brings to the house. `src/app/capabilities.ts` is the one list of them. */
export type Capability = {
  readonly name: string
  readonly locales: Readonly<Record<Locale, Messages>>
  readonly routes?: readonly Route[]
  readonly listeners?: readonly Listener[]
  readonly jobs?: readonly Job[]
  /** Facts every installation needs (offices, rules, categories); run at each start, changes nothing that exists. */
  readonly install?: (ctx: Context) => Promise<void>
}
