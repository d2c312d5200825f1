import { localDate } from '../../deadlines/rules.ts'

/** Who looked, on which day, how often. `at` is the latest time of that day. `identity`: at the identity of somebody anonymous. */
export type AccessDay = {
  readonly day: string
  readonly at: Date
  readonly roles: readonly string[]
  readonly times: number
  readonly identity: boolean
}

type Access = { readonly at: Date; readonly event: string; readonly roles: readonly string[] }

const identityOpened = 'identity.opened'

const mostDays = 30

/** Single views as days and roles (acceptance L5): enough to see who looks, too coarse to find out which person it was. `accesses` newest first. */
export function groupAccesses(accesses: readonly Access[], timeZone: string): readonly AccessDay[] {
  const groups = new Map<string, AccessDay>()
  for (const { at, event, roles } of accesses) {
    const day = localDate(at, timeZone).toString()
    const sorted = [...roles].sort()
    const identity = event === identityOpened
    const key = `${day} ${identity} ${sorted.join(' ')}`
    const known = groups.get(key)
    groups.set(key, known ? { ...known, times: known.times + 1 } : { day, at, roles: sorted, times: 1, identity })
  }
  return [...groups.values()].slice(0, mostDays)
}
