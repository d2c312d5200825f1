import type { Writable } from 'node:stream'
import type pg from 'pg'

/**
 * A connection on which statements are gathered: every write wakes the server's process, which costs both sides more than
 * many a statement does.
 */
export type Line = {
  /** Goes out with all others of this moment. */
  readonly ask: (query: string | pg.QueryConfig) => Promise<pg.QueryResult>
  /** Goes out with the next one that somebody waits for. */
  readonly tell: (query: string | pg.QueryConfig) => Promise<pg.QueryResult>
}

export function openLine(client: pg.PoolClient): Line {
  // The driver has no word for it, but its connection is an ordinary stream.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Writable } }).connection
  let isHeld = false
  let isDue = false
  function hold(): void {
    if (isHeld) return
    isHeld = true
    stream.cork()
  }
  function release(): void {
    isHeld = false
    isDue = false
    stream.uncork()
  }
  function tell(query: string | pg.QueryConfig): Promise<pg.QueryResult> {
    hold()
    return client.query(query)
  }
  return {
    tell,
    ask(query) {
      const answer = tell(query)
      if (!isDue) {
        isDue = true
        process.nextTick(release)
      }
      return answer
    },
  }
}
