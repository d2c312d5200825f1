import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Actor, type Context, createContext, visitor, within } from '../context.ts'
import type { Tx } from '../database/index.ts'
import { err, ok, type Result } from '../result.ts'
import { type Body, readBody } from './body.ts'
import { createFrame, createTokenSource, nobody, takeNotice } from './frame.ts'
import { createChecker, createFieldChecker, normalizeFields, type RawFields } from './input.ts'
import { send } from './replying.ts'
import { type AuditNote, type FieldProblems, type Reply, type Route, type RouteRequest, refuse } from './route.ts'
import { cookieName, hasFormToken, isFormToken, isSameOrigin, visitCookie } from './security.ts'
import { openStream } from './streaming.ts'
import { judgeUploads, noUploads, type Uploads } from './uploads.ts'
import type { Identity, Wiring } from './wiring.ts'

function plainCookies(wiring: Wiring, request: FastifyRequest): Record<string, string | undefined> {
  const strip = /^__Host-/
  return Object.fromEntries(
    Object.entries(request.cookies)
      .filter(([name]) => name === cookieName(wiring.services.settings, name.replace(strip, '')))
      .map(([name, value]) => [name.replace(strip, ''), value]),
  )
}

async function identify(wiring: Wiring, request: FastifyRequest, route: Route, ctx: Context): Promise<Identity | null> {
  if (route.audience === 'visitor') return nobody
  const cookie =
    route.audience === 'api' ? undefined : request.cookies[cookieName(wiring.services.settings, wiring.sessionCookies[route.audience])]
  const authorization = route.audience === 'api' ? request.headers.authorization : undefined
  if (cookie === undefined && authorization === undefined) return route.permission === 'public' ? nobody : null
  return (
    (await wiring.resolvers[route.audience](ctx, { cookie, authorization, unattended: route.unattended === true })) ??
    (route.permission === 'public' && route.audience !== 'api' ? nobody : null)
  )
}

function isForged(wiring: Wiring, request: FastifyRequest, route: Route, body: Body): boolean {
  if (request.method !== 'POST' || route.audience === 'api') return false
  if (!isSameOrigin(wiring.services.settings, request.headers)) return true
  const visit = request.cookies[cookieName(wiring.services.settings, visitCookie)]
  const token = body.fields['_csrf']
  // Without its cookies a browser holds nothing that a forged request could use; it must say itself that the page was ours.
  if (route.freshVisit && visit === undefined && request.headers['sec-fetch-site'] === 'same-origin') return !hasFormToken(token)
  return !isFormToken(wiring.services.keyring, visit, token)
}

/** One request on its way through. */
type Call = {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly body: Body
  readonly uploads: Uploads
  readonly note: { value: AuditNote }
}

/** Carries a reply out of a transaction that must be undone. */
class Undo extends Error {
  readonly reply: Reply
  readonly identity: Identity
  constructor(reply: Reply, identity: Identity) {
    super('undo')
    this.reply = reply
    this.identity = identity
  }
}

/** A failure may have struck after the commit, so then the files are left to the sweep, which asks the rows. */
async function settleUploads<T>(uploads: Uploads, work: () => Promise<T>): Promise<T> {
  const value = await work().catch(async (error: unknown) => {
    if (error instanceof Undo) await uploads.settle('undone')
    throw error
  })
  await uploads.settle('committed')
  return value
}

function reasonOf(reply: Reply): string {
  switch (reply.kind) {
    case 'refusal':
      return reply.code
    case 'redirect':
      return 'no_identity'
    case 'json': {
      const code: unknown = (reply.body as { code?: unknown } | null)?.code
      return typeof code === 'string' ? code : 'rejected'
    }
    case 'page':
    case 'text':
    case 'file':
    case 'stream':
      return 'rejected'
  }
}

type Checks = {
  readonly params: (fields: RawFields) => Result<unknown, FieldProblems>
  readonly query: (fields: RawFields) => Result<unknown, FieldProblems>
  readonly form: (body: Body) => Result<unknown, FieldProblems>
}

function createChecks(route: Route): Checks {
  const accept = (fields: RawFields): Result<unknown, FieldProblems> => ok(fields)
  const form = route.form
  const checkFields = form ? createFieldChecker(form) : accept
  const checkJson = form ? createChecker(form) : (value: unknown): Result<unknown, FieldProblems> => ok(value)
  return {
    params: route.params ? createFieldChecker(route.params) : accept,
    query: route.query ? createFieldChecker(route.query) : accept,
    form: (body) => (body.json === undefined ? checkFields(body.fields) : checkJson(body.json)),
  }
}

type Handling = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

/**
 * The one way a request takes: body -> forgery -> identity -> permission -> input -> handler -> trail, in one
 * transaction; a refusal undoes it and leaves its own line in the trail. Files are judged before that transaction, after
 * identity and permission were asked for in one of their own.
 */
export function createHandling(wiring: Wiring, route: Route, describeApi: () => unknown): Handling {
  const { services } = wiring
  const checks = createChecks(route)
  // Officers' addresses belong into the trail; nobody's who reports, whichever door they take (acceptance E4).
  const keepsAddress = route.audience === 'officer' || (route.audience === 'api' && route.permission !== 'public')

  function refusalOfMissingIdentity(request: FastifyRequest): Reply {
    if (route.audience === 'officer' || route.audience === 'keyholder') {
      const back = request.method === 'GET' && route.audience === 'officer' ? `?kembali=${encodeURIComponent(request.url)}` : ''
      return { kind: 'redirect', to: `${wiring.signInPath[route.audience]}${back}` }
    }
    return { ...refuse(401, 'api_key'), headers: { 'www-authenticate': 'Bearer' } }
  }

  async function answer({ request, reply, body, uploads, note }: Call, ctx: Context, identity: Identity): Promise<Reply> {
    const params = checks.params(normalizeFields(request.params as Record<string, unknown>))
    if (!params.ok) return refuse(404, 'not_found')
    const query = checks.query(normalizeFields(request.query as Record<string, unknown>))
    const form = route.form || request.method === 'POST' ? checks.form(body) : err<FieldProblems>({ _form: 'required' })
    const routeRequest: RouteRequest = {
      params: params.value,
      query: query.ok ? query.value : {},
      form,
      raw: body.fields,
      files: uploads.files,
      claim: uploads.claim,
      frame: createFrame(wiring, request, {
        identity,
        csrf: createTokenSource(wiring, request, reply),
        notice: takeNotice(wiring, request, reply),
      }),
      cookies: plainCookies(wiring, request),
      headers: request.headers,
      address: request.ip,
      locale: request.locale,
      sessionHash: identity.sessionHash,
      describeApi,
      audit: (added) => {
        note.value = { ...note.value, ...added }
      },
    }
    return route.handler(routeRequest, ctx)
  }

  const situate = (request: FastifyRequest, actor: Actor) => ({ actor, locale: request.locale, requestId: request.id })

  /** Identity and permission; from here on the database shows what this actor may see. */
  async function enter(request: FastifyRequest, tx: Tx): Promise<{ identity: Identity; ctx: Context }> {
    const identity = await identify(wiring, request, route, createContext(services, situate(request, visitor), tx))
    if (identity === null) throw new Undo(refusalOfMissingIdentity(request), nobody)
    if (identity.locale !== null) request.locale = identity.locale
    if (route.permission !== 'public' && !identity.actor.permissions.has(route.permission))
      throw new Undo(refuse(403, 'permission'), identity)
    if (identity.actor !== visitor) await tx.become(identity.actor)
    return { identity, ctx: createContext(services, situate(request, identity.actor), tx) }
  }

  /** For a page that stays open: everything a request is asked at its beginning is asked again. Null when it would be refused now. */
  function reenter(request: FastifyRequest) {
    return async <T>(work: (ctx: Context) => Promise<T>): Promise<T | null> => {
      try {
        return await services.database.transaction(visitor, async (tx) => work((await enter(request, tx)).ctx))
      } catch (error) {
        if (error instanceof Undo) return null
        throw error
      }
    }
  }

  /** Nobody's files are worked on before it is known that they may be sent. */
  async function takeUploads(request: FastifyRequest, reply: FastifyReply, { files }: Body): Promise<Uploads> {
    const { upload } = route
    if (upload === undefined || files.length === 0) return noUploads
    await services.database.transaction(visitor, async (tx) => {
      const { identity, ctx } = await enter(request, tx)
      const frame = createFrame(wiring, request, { identity, csrf: createTokenSource(wiring, request, reply), notice: null })
      const refusal = (await upload.admit?.({ frame, address: request.ip }, ctx, files.length)) ?? null
      if (refusal !== null) throw new Undo(refusal, identity)
    })
    return judgeUploads(services.files, files, upload.most)
  }

  async function run(call: Call): Promise<{ reply: Reply; identity: Identity }> {
    const { request, note } = call
    if (route.static) {
      // A page that is the same for everybody must not touch the database: it has no transaction to hand out.
      const ctx = { ...situate(request, visitor), now: services.clock.now() } as unknown as Context
      return { reply: await answer(call, ctx, nobody), identity: nobody }
    }
    return services.database.transaction(visitor, async (tx) => {
      const { identity, ctx } = await enter(request, tx)
      const result = await answer(call, ctx, identity)
      const failed = result.kind === 'refusal' || ('status' in result && result.status >= 400)
      if (failed && result.keep !== true) throw new Undo(result, identity)
      if (failed) await writeLine(request, ctx, note.value, { outcome: 'refused', reason: reasonOf(result) })
      else if (route.audit.done) await writeLine(request, ctx, note.value, { outcome: 'done' })
      return { reply: result, identity }
    })
  }

  async function writeLine(
    request: FastifyRequest,
    ctx: Context,
    note: AuditNote,
    line: { outcome: 'done' | 'refused'; reason?: string },
  ): Promise<void> {
    const { actor = ctx.actor, address = keepsAddress ? request.ip : null, ...rest } = note
    await wiring.writeAudit({ ...ctx, actor }, { ...line, ...rest, address, event: route.audit.event })
  }

  async function recordRefusal(request: FastifyRequest, refusal: Reply, identity: Identity, note: AuditNote): Promise<void> {
    await within(services, situate(request, identity.actor), (ctx) =>
      writeLine(request, ctx, note, { outcome: 'refused', reason: reasonOf(refusal) }),
    )
  }

  function render(request: FastifyRequest, reply: FastifyReply, result: Reply, identity: Identity): Reply {
    // A handler's own problem says where it happened too, but not in which request: a wrong number and a wrong code have the same bytes (acceptance C1).
    if (result.kind === 'json' && result.type === problemType)
      return { ...result, body: { ...Object(result.body), instance: locate(request) } }
    if (result.kind !== 'refusal') return result
    if (result.retryAfterSeconds !== undefined) void reply.header('retry-after', String(result.retryAfterSeconds))
    if (route.audience === 'api') {
      const body = composeProblem(wiring, request, result.status, result.code)
      return {
        kind: 'json',
        status: result.status,
        type: problemType,
        body,
        ...(result.headers ? { headers: result.headers } : {}),
      }
    }
    const frame = createFrame(wiring, request, { identity, csrf: createTokenSource(wiring, request, reply), notice: null })
    return {
      ...wiring.renderRefusal(frame, { status: result.status, code: result.code, requestId: request.id }),
      ...(result.cookies ? { cookies: result.cookies } : {}),
    }
  }

  return async (request, reply) => {
    const body = await readBody(request, route)
    const note: { value: AuditNote } = { value: {} }
    try {
      if (isForged(wiring, request, route, body)) throw new Undo(refuse(403, 'forged'), nobody)
      const uploads = await takeUploads(request, reply, body)
      const { reply: result, identity } = await settleUploads(uploads, () => run({ request, reply, body, uploads, note }))
      if (result.kind === 'stream')
        return await openStream({ services, request, reply, watch: result.watch, actor: identity.actor, enter: reenter(request) })
      return send(wiring, request, reply, render(request, reply, result, identity))
    } catch (error) {
      if (!(error instanceof Undo)) throw error
      // A page that came back with problems leaves a line only where its handler gave a reason: it may have shown a ticket.
      const { kind } = error.reply
      if (kind === 'refusal' || kind === 'redirect' || kind === 'json' || note.value.reason !== undefined)
        await recordRefusal(request, error.reply, error.identity, note.value)
      return send(wiring, request, reply, render(request, reply, error.reply, error.identity))
    }
  }
}

const problemType = 'application/problem+json'

/** Where a problem happened, without what was asked for behind the question mark. */
function locate(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

/** RFC 9457 problem details in the caller's language. */
export function composeProblem(wiring: Wiring, request: FastifyRequest, status: number, code: string): Record<string, unknown> {
  const words = wiring.services.words(request.locale)
  const key = `portal.refusal.${code}.title`
  return {
    type: 'about:blank',
    title: words.has(key) ? words.t(key) : code,
    status,
    code,
    instance: locate(request),
    requestId: request.id,
  }
}
