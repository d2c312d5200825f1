/**
 * How many wrong tries before somebody has to wait (acceptance B1). The longer windows make the wait grow: five tries in
 * five minutes, then ten in an hour, then twenty a day.
 */
export const pairLimits = [
  { name: 'sign_in.pair.minutes', most: 5, minutes: 5, fixed: true },
  { name: 'sign_in.pair.hour', most: 10, minutes: 60, fixed: true },
  { name: 'sign_in.pair.day', most: 20, minutes: 1440, fixed: true },
] as const

/** For one account from everywhere together. A network and browser that the account knows are not held to it, so nobody can lock its owner out from afar. */
export const accountLimit = { name: 'sign_in.account', most: 60, minutes: 60, fixed: true } as const

/** For one address whatever the account: a whole office may stand behind it. */
export const addressLimit = { name: 'sign_in.address', most: 100, minutes: 15 } as const

/** Wrong codes lock the second step alone (acceptance P4). */
export const secondStepLimit = { name: 'sign_in.code', most: 5, minutes: 10, fixed: true } as const

/** Wrong present passwords on the page of the own account. */
export const confirmLimit = { name: 'account.confirm', most: 5, minutes: 10, fixed: true } as const
