/** A stream of numbers that is the same for the same seed: two runs load the same tickets and ask the same questions. */
export type Random = {
  /** 0 <= x < 1 */
  readonly unit: () => number
  /** A whole number, 0 <= x < most. */
  readonly below: (most: number) => number
  readonly pick: <T>(list: readonly T[]) => T
  readonly chance: (probability: number) => boolean
  /** 0 <= x < most, small ones far oftener: the k-th as often as 1/(k+1), as words are in a language. */
  readonly zipf: (most: number) => number
}

/** Mulberry32: 32 bits of state are plenty for load, and it costs a few nanoseconds. */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0
  const unit = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (most: number): number => Math.floor(unit() * most)
  return {
    unit,
    below,
    pick(list) {
      const found = list[below(list.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
    chance: (probability) => unit() < probability,
    zipf: (most) => Math.min(most - 1, Math.floor((most + 1) ** unit()) - 1),
  }
}

/** A chooser of places by weight. */
export function createWeighted(weights: readonly number[]): (random: Random) => number {
  const sums: number[] = []
  let total = 0
  for (const weight of weights) {
    total += weight
    sums.push(total)
  }
  return (random) => {
    const at = random.unit() * total
    let low = 0
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] ?? total) <= at) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** A UUID of version 7 that says the moment and sorts by it. */
export function composeId(random: Random, at: number): string {
  const time = at.toString(16).padStart(12, '0')
  const a = random.below(0x1000).toString(16).padStart(3, '0')
  const b = (0x8000 | random.below(0x4000)).toString(16)
  const c = random.below(0x1000000).toString(16).padStart(6, '0')
  const d = random.below(0x1000000).toString(16).padStart(6, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${b}-${c}${d}`
}
