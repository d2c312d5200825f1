/** What a stretch of load came to: milliseconds of each operation that succeeded. */
export type Stretch = {
  readonly times: readonly number[]
  readonly failures: number
  readonly seconds: number
  readonly firstFailure: string | null
}

/** Does one whole operation; throws when the answer is not the expected one. `worker` counts those who do so at the same time. */
export type Once = (worker: number) => Promise<void>

/**
 * Closed loop: so many at a time, each asks again when it has its answer. It goes on past its seconds until `least` are
 * done (on a machine that others use too, few would say little), but not ten times as long; `most` ends it early where an
 * operation uses something up that was prepared.
 */
export async function drive(
  once: Once,
  options: { readonly workers: number; readonly seconds: number; readonly least?: number; readonly most?: number },
): Promise<Stretch> {
  const { workers, seconds, least = 0, most = Infinity } = options
  const times: number[] = []
  let failures = 0
  let firstFailure: string | null = null
  let begun = 0
  const began = performance.now()
  const goesOn = (): boolean => {
    const spent = (performance.now() - began) / 1000
    return begun < most && (spent < seconds || (begun < least && spent < seconds * 10))
  }
  const work = async (worker: number): Promise<void> => {
    while (goesOn()) {
      begun += 1
      const start = performance.now()
      try {
        await once(worker)
        times.push(performance.now() - start)
      } catch (error) {
        failures += 1
        firstFailure ??= error instanceof Error ? error.message : String(error)
      }
    }
  }
  await Promise.all(Array.from({ length: workers }, (_, worker) => work(worker)))
  return { times, failures, seconds: (performance.now() - began) / 1000, firstFailure }
}
