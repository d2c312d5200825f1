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
  /** Queues every listener of the event in the same transaction. */
  readonly publish: (ctx: Pick<Context, 'tx'>, event: DomainEvent) => Promise<void>
  readonly jobs: readonly Job[]
}

type Wire = Omit<DomainEvent, 'at'> & { readonly at: string }

export function createPublisher(listeners: readonly Listener[]): Publisher {
  const byType = new Map<string, Listener[]>()
  for (const listener of listeners) {
    for (const type of listener.on) byType.set(type, [...(byType.get(type) ?? []), listener])
  }
  return {
    async publish(ctx, event) {
      for (const listener of byType.get(event.type) ?? []) await enqueue(ctx, listener.name, event)
    },
    jobs: listeners.map((listener) => ({
      name: listener.name,
      run: (work, payload) => {
        const wire = payload as Wire
        return listener.run(work, { ...wire, at: new Date(wire.at) })
      },
    })),
  }
}
