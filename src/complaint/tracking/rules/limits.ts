/** Wrong tries from one address; the next one is refused until the window ends (acceptance C1). */
export const wrongByAddress = { name: 'tracking.wrong-address', most: 10, minutes: 10 } as const
/** Wrong tries on one number, wherever they come from. Beyond it the number asks for patience, it never locks. */
export const wrongByNumber = { name: 'tracking.wrong-number', most: 20, minutes: 10 } as const
/** Wrong tries of one address on one number, to tell somebody who has not failed here yet from somebody who has. */
export const wrongByBoth = { name: 'tracking.wrong-both', most: 10, minutes: 10 } as const
/** Looks at the public stage from one address: many people may share one, nobody reads a hundred stages. */
export const stageByAddress = { name: 'tracking.stage', most: 60, minutes: 10 } as const
export const recoveryByAddress = { name: 'tracking.recovery-address', most: 3, minutes: 60 } as const
export const recoveryByNumber = { name: 'tracking.recovery-number', most: 3, minutes: 60 } as const

export type WrongTries = { readonly byAddress: number; readonly byNumber: number; readonly byBoth: number }

/**
 * Whether one more try may be made. A number under attack gives each address one try a window: the owner, who has the
 * right code, passes at the first; whoever guesses is slowed to one guess an address.
 */
export function mayTry(tries: WrongTries): boolean {
  if (tries.byAddress >= wrongByAddress.most) return false
  return tries.byNumber < wrongByNumber.most || tries.byBoth === 0
}
