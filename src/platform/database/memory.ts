/** Facts that are the same for everybody and change a few times a year, kept for some seconds a process. */
export type Memory = {
  readonly get: (name: string) => { readonly value: unknown } | null
  readonly put: (name: string, value: unknown) => void
  readonly drop: (name: string) => void
}

/** How long another process may go on with what was changed. */
const keptMilliseconds = 10_000

export function createMemory(): Memory {
  const kept = new Map<string, { readonly value: unknown; readonly until: number }>()
  return {
    get(name) {
      const found = kept.get(name)
      return found !== undefined && found.until > performance.now() ? found : null
    },
    put: (name, value) => void kept.set(name, { value, until: performance.now() + keptMilliseconds }),
    drop: (name) => void kept.delete(name),
  }
}
