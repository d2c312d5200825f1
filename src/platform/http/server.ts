import { join } from 'node:path'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import serveStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { takeRandom } from '../crypto.ts'
import type { Locale } from '../i18n.ts'
import { createBareFrame } from './frame.ts'
import { composeProblem, createHandling } from './handling.ts'
import { readLocale } from './locale.ts'
import { composeDocument, describeRoute, problemSchema } from './openapi.ts'
import { send } from './replying.ts'
import { composeHeaders } from './security.ts'
import { checkTable, createVerbReader } from './table.ts'
import type { Wiring } from './wiring.ts'

declare module 'fastify' {
  interface FastifyRequest {
    nonce: string
    locale: Locale
  }
}

const bodyLimit = 1_048_576
/** What a browser reports of a broken policy is short; longer is no report (acceptance H4). */
const violationLimit = 10_240

async function addPlugins(app: FastifyInstance, wiring: Wiring): Promise<void> {
  await app.register(cookie)
  await app.register(formbody, { bodyLimit })
  app.addContentTypeParser(
    ['application/csp-report', 'application/reports+json'],
    { parseAs: 'string', bodyLimit: violationLimit },
    app.getDefaultJsonParser('error', 'ignore'),
  )
  await app.register(multipart, {
    throwFileSizeLimit: false,
    limits: { fileSize: 10 * 1024 * 1024, files: 10, fields: 60, fieldSize: bodyLimit, parts: 80 },
  })
  await app.register(compress, {
    threshold: 1400,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    customTypes: /^(text\/|application\/(json|problem\+json)|image\/svg)/,
  })
  await app.register(serveStatic, {
    root: join(wiring.services.settings.root, 'build', 'assets'),
    prefix: '/aset/',
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply) => {
      reply.header('cross-origin-resource-policy', 'same-origin')
    },
  })
}

/** What every request gets before anything else happens to it, and every answer carries. */
function receive(wiring: Wiring, request: FastifyRequest, reply: FastifyReply): void {
  const { settings } = wiring.services
  request.nonce = takeRandom(16).toString('base64')
  request.locale = readLocale(request, settings)
  void reply.headers(composeHeaders(settings, request.nonce))
}

function addRequestHooks(app: FastifyInstance, wiring: Wiring): void {
  app.decorateRequest('nonce', '')
  app.decorateRequest('locale', 'id')
  app.addHook('onRequest', async (request, reply) => receive(wiring, request, reply))
}

/** A wrong verb on a known address is told so; an unknown address is not there. */
function addLastResorts(app: FastifyInstance, wiring: Wiring): void {
  const readVerbs = createVerbReader(wiring.routes)
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const verbs = readVerbs(path)
    if (verbs.length === 0) return sendRefusal(wiring, request, reply, { status: 404, code: 'not_found' })
    void reply.header('allow', verbs.join(', '))
    return sendRefusal(wiring, request, reply, { status: 405, code: 'method' })
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) wiring.services.log.error({ requestId: request.id, route: request.routeOptions.url, error }, 'a request failed')
    const code = status === 413 ? 'too_large' : status >= 500 ? 'failed' : 'malformed'
    return sendRefusal(wiring, request, reply, { status: status >= 400 ? status : 500, code })
  })
}

function sendRefusal(
  wiring: Wiring,
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: { status: number; code: string },
): FastifyReply {
  // A program that calls the API gets problem details wherever it goes wrong.
  if (request.url.startsWith('/api/')) {
    const { status, code } = refusal
    return send(wiring, request, reply, {
      kind: 'json',
      status,
      type: 'application/problem+json',
      body: composeProblem(wiring, request, status, code),
    })
  }
  const frame = createBareFrame(wiring, request)
  return send(wiring, request, reply, wiring.renderRefusal(frame, { ...refusal, requestId: request.id }))
}

/**
 * Builds the web server from the table of routes. Throws when a route lacks a known permission or an audit event,
 * or when two claim one address: such a program must not start.
 */
export async function createServer(wiring: Wiring): Promise<FastifyInstance> {
  checkTable(wiring.routes, wiring.permissions)
  const app = Fastify({
    logger: false,
    bodyLimit,
    // Hop 0 is whoever holds the connection: without a proxy in front, nobody may say where they come from.
    trustProxy: (_address, hop) => hop < wiring.services.settings.trustedProxies,
    // An address that is no address never reaches a route or a hook.
    frameworkErrors: (_error, request, reply) => {
      receive(wiring, request, reply)
      sendRefusal(wiring, request, reply, { status: 400, code: 'malformed' })
    },
    genReqId: () => takeRandom(9).toString('base64url'),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    requestTimeout: 120_000,
  })
  // Input is checked in handling.ts, where a problem gets its field and its sentence; the schemas here only describe.
  app.setValidatorCompiler(() => () => true)
  app.setSerializerCompiler(() => (value) => JSON.stringify(value))
  app.addSchema(problemSchema)
  await app.register(swagger, composeDocument(wiring.services.settings))
  await addPlugins(app, wiring)
  addRequestHooks(app, wiring)
  addLastResorts(app, wiring)
  for (const route of wiring.routes) {
    const handler = createHandling(wiring, route, () => app.swagger())
    app.route({ method: route.method, url: route.path, exposeHeadRoute: false, schema: describeRoute(route), handler })
    // HEAD is GET without its body; the API's description names it once.
    if (route.method === 'GET') app.route({ method: 'HEAD', url: route.path, schema: { hide: true }, handler })
  }
  // Streams end before the server waits for its connections to end.
  app.addHook('preClose', () => wiring.services.live.close())
  await app.ready()
  return app
}
