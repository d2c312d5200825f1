/** The same sequence for the same seed: demo data are the same on every machine (mulberry32). */
export function createDice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One of several, by a throw. */
export function pick<T>(dice: () => number, list: readonly T[]): T {
  const item = list[Math.floor(dice() * list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
