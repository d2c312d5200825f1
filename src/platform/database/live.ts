import pg from 'pg'
import { readSignals, type Signal, signalChannel } from '../signals.ts'

/** Somebody who wants to hear: `lost` is called once when signals may be missed from now on. */
export type Ear = { readonly hear: (signal: Signal) => void; readonly lost: () => void }

/** What was announced in any process, by one connection a process that is open while somebody listens. */
export type Live = {
  /** Listens from the moment it answers until what it answers is called. */
  readonly listen: (ear: Ear) => Promise<() => void>
  readonly close: () => Promise<void>
}

/** An officer goes from page to page: the connection waits for the next one. */
const lingerMilliseconds = 30_000

export function createLive(options: { readonly url: string; readonly onError: (error: Error) => void }): Live {
  const ears = new Set<Ear>()
  let connection: Promise<pg.Client> | null = null
  let linger: NodeJS.Timeout | null = null

  function drop(): void {
    connection = null
    const told = [...ears]
    ears.clear()
    for (const ear of told) ear.lost()
  }

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: options.url })
    client.on('error', (error) => {
      options.onError(error)
      drop()
    })
    client.on('notification', ({ payload = '' }) => {
      for (const signal of readSignals(payload)) for (const ear of [...ears]) ear.hear(signal)
    })
    await client.connect()
    await client.query(`listen ${signalChannel}`)
    return client
  }

  async function close(): Promise<void> {
    if (linger !== null) clearTimeout(linger)
    linger = null
    const open = connection
    drop()
    const client = await open?.catch(() => null)
    await client?.end().catch(() => undefined)
  }

  return {
    async listen(ear) {
      if (linger !== null) clearTimeout(linger)
      linger = null
      const opening = connection ?? connect()
      connection = opening
      try {
        await opening
      } catch (error) {
        if (connection === opening) connection = null
        throw error
      }
      ears.add(ear)
      return () => {
        ears.delete(ear)
        if (ears.size === 0 && connection !== null) linger ??= setTimeout(() => void close(), lingerMilliseconds).unref()
      }
    },
    close,
  }
}
