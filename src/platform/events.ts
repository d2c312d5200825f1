import type { Context } from './context.ts'
import { enqueue, type Job, type Work } from './jobs.ts'

/** Something that happened to an object; `payload` is what the type says it is. */
export type DomainEvent = {
  readonly id: string
  readonly type: string
  readonly objectId: string
  readonly at: Date
  readonly payload: Readonly<Record<string, unknown>>
}

/** What a capability does when something below it happened. It is queued with the event and runs after commit. */
export type Listener = {
  /** Unique: `notification.on-answered`. */
  readonly name: string
  readonly on: readonly string[]
  readonly run: (work: Work, event: DomainEvent) => Promise<void>
}

export type Publisher = {
  /** Queues the listeners of the event in the same transaction. */
  readonly publish: (ctx: Pick<Context, 'tx'>, event: DomainEvent) => Promise<void>
  readonly jobs: readonly Job[]
}

type Wire = Omit<DomainEvent, 'at'> & { readonly at: string }
type Listening = ReadonlyMap<string, readonly Listener[]>

function readWire(payload: unknown): DomainEvent {
  const wire = payload as Wire
  return { ...wire, at: new Date(wire.at) }
}

const deliverJob = 'events.deliver'

/**
 * Runs all listeners of one event in one job: half of what a job costs is queueing and fetching it. Each has its own
 * transactions still, and one that fails is queued alone, so that it is tried again without the others.
 */
function createDelivery(byType: Listening): Job {
  return {
    name: deliverJob,
    async run(work, payload) {
      const event = readWire(payload)
      const listeners = byType.get(event.type) ?? []
      const ends = await Promise.allSettled(listeners.map((listener) => listener.run(work, event)))
      for (const [place, { name }] of listeners.entries()) {
        const end = ends[place]
        if (end?.status !== 'rejected') continue
        work.services.log.warn({ job: name, error: end.reason }, 'a listener failed and is queued alone')
        await work.transaction((ctx) => enqueue(ctx, name, event))
      }
    },
  }
}

export function createPublisher(listeners: readonly Listener[]): Publisher {
  const byType = new Map<string, Listener[]>()
  for (const listener of listeners) {
    for (const type of listener.on) byType.set(type, [...(byType.get(type) ?? []), listener])
  }
  return {
    async publish(ctx, event) {
      const [first, ...others] = byType.get(event.type) ?? []
      if (first !== undefined) await enqueue(ctx, others.length === 0 ? first.name : deliverJob, event)
    },
    jobs: [
      createDelivery(byType),
      ...listeners.map((listener) => ({
        name: listener.name,
        run: (work: Work, payload: unknown) => listener.run(work, readWire(payload)),
      })),
    ],
  }
}
