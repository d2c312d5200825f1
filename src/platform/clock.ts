/** The one place that asks the machine for the time; everything else is given it. */
export type Clock = { readonly now: () => Date }

export const systemClock: Clock = { now: () => new Date() }

/** A clock that stands still until a test moves it. */
export function createFakeClock(
  start: string,
): Clock & { readonly set: (at: string) => void; readonly advance: (milliseconds: number) => void } {
  let at = new Date(start)
  return {
    now: () => at,
    set: (next) => {
      at = new Date(next)
    },
    advance: (milliseconds) => {
      at = new Date(at.getTime() + milliseconds)
    },
  }
}
