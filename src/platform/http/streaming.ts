import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type Context, createSystemActor, type Services, within } from '../context.ts'
import type { Signal } from '../signals.ts'
import type { Telling, Watch } from './route.ts'

/** Keeps the connection through proxies, and asks again who is there. */
const heartbeatMilliseconds = 25_000
/** Signals that come close together are looked at together. */
const gatherMilliseconds = 150
/** How soon a browser comes back by itself after a break. */
const retryMilliseconds = 3000

type Stream = {
  readonly services: Services
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly watch: Watch
  readonly actor: Actor
  /** Asks session, permission and sight anew; null when they are refused. */
  readonly enter: <T>(work: (ctx: Context) => Promise<T>) => Promise<T | null>
}

function writeTelling(telling: Telling): string {
  return `data: ${JSON.stringify(telling)}\n\n`
}

/** Rights and units as they were at the beginning: another sight is another stream. */
function describeRights({ id, permissions, reach }: Actor): string {
  return JSON.stringify([id, [...permissions].sort(), [...reach.offices].sort(), [...reach.supervised].sort()])
}

function begin({ request, reply }: Stream): void {
  reply.hijack()
  reply.raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // Kept for a next request, it would hold up the end of the service for more than a minute.
    connection: 'close',
  })
  if (request.method !== 'HEAD') reply.raw.write(`retry: ${retryMilliseconds}\n\n`)
}

/**
 * One line of talk with an open page. A caller that does not ask for an event stream is told what there is to tell now, and that is all.
 */
export async function openStream(stream: Stream): Promise<FastifyReply> {
  const { services, request, reply, watch, actor, enter } = stream
  const rights = describeRights(actor)
  const stays = request.method !== 'HEAD' && (request.headers.accept ?? '').includes('text/event-stream')
  const said = new Map<string, string | null>()
  let waiting: Signal[] = []
  let turn: NodeJS.Timeout | null = null
  let busy: Promise<void> = Promise.resolve()
  let ended = false
  let ignore: () => void = () => undefined
  let beat: NodeJS.Timeout | null = null

  function end(): void {
    if (ended) return
    ended = true
    ignore()
    if (beat !== null) clearInterval(beat)
    if (turn !== null) clearTimeout(turn)
    reply.raw.end()
    if (watch.leave === undefined) return
    const situation = { actor: createSystemActor('live'), locale: request.locale, requestId: request.id }
    within(services, situation, watch.leave).catch((error: unknown) => services.log.warn({ error }, 'a stream was not put away'))
  }

  /** What a place of the page says already is not said again. */
  function findNews(told: readonly Telling[]): readonly Telling[] {
    const news = told.filter(({ place, text }) => (said.get(place) ?? null) !== text)
    for (const { place, text } of news) said.set(place, text)
    return news
  }

  async function tell(signals: readonly Signal[] | null, pulses: boolean): Promise<void> {
    if (ended) return
    const told = await enter(async (ctx) => {
      if (describeRights(ctx.actor) !== rights) return null
      const told = await watch.look(ctx, signals)
      if (pulses && told !== null) await watch.pulse?.(ctx)
      return told
    })
    if (ended) return
    if (told === null) return end()
    const news = findNews(told)
    if (news.length > 0 || pulses) reply.raw.write(`${news.map(writeTelling).join('')}:\n\n`)
  }

  /** One look after the other; a failure ends the stream, and the browser comes back. */
  function queue(signals: readonly Signal[] | null, pulses: boolean): Promise<void> {
    busy = busy
      .then(() => tell(signals, pulses))
      .catch((error: unknown) => {
        services.log.warn({ error, requestId: request.id }, 'a stream broke')
        end()
      })
    return busy
  }

  function hear(signal: Signal): void {
    const isOwn = signal.kind === 'actor' && actor.id !== null && signal.ids.includes(actor.id)
    if (!isOwn && !watch.concerns(signal)) return
    waiting.push(signal)
    turn ??= setTimeout(() => {
      turn = null
      const signals = waiting
      waiting = []
      void queue(signals, false)
    }, gatherMilliseconds)
  }

  if (stays) ignore = await services.live.listen({ hear, lost: end })
  begin(stream)
  reply.raw.on('close', end)
  if (!stays)
    return queue(null, false)
      .then(end)
      .then(() => reply)
  beat = setInterval(() => void queue([], true), heartbeatMilliseconds).unref()
  await queue(null, true)
  return reply
}
