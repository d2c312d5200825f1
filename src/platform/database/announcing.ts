import { type Signal, signalChannel, writeSignals } from '../signals.ts'

/**
 * Tells other processes what was committed. Not in the transaction itself: PostgreSQL lets those that notify commit only one after the
 * other, and what is told here is a comfort. What must be told whatever happens is told by triggers.
 */
export type Announcer = {
  readonly add: (signals: readonly Signal[]) => void
  readonly flush: () => Promise<void>
}

/** So much later, at the most, others hear of it; meanwhile more is gathered for the same message. */
const gatherMilliseconds = 50

export function createAnnouncer(
  ask: (text: string, values: readonly string[]) => Promise<unknown>,
  onError: (error: Error) => void,
): Announcer {
  let waiting: Signal[] = []
  let timer: NodeJS.Timeout | null = null
  async function flush(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    const messages = writeSignals(waiting)
    waiting = []
    for (const message of messages) await ask('select pg_notify($1, $2)', [signalChannel, message]).catch(onError)
  }
  return {
    add(signals) {
      if (signals.length === 0) return
      waiting.push(...signals)
      timer ??= setTimeout(() => void flush(), gatherMilliseconds).unref()
    },
    flush,
  }
}
