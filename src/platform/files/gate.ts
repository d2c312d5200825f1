/** Lets only so many run at once and the others wait in line: opening a large picture or PDF takes up to 200 MB for a moment. */
export function createGate(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = places
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // A place is handed on directly, so that nobody arriving now can slip in before those who wait.
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
