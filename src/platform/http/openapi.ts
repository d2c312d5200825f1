import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger'
import type { FastifySchema } from 'fastify'
import type { Settings } from '../config.ts'
import type { Route } from './route.ts'

type Described = FastifySchema & {
  readonly hide?: boolean
  readonly operationId?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security?: readonly Record<string, readonly string[]>[]
}

/** Named in the document, so that programs made from it know one type of problem. */
export const problemSchema = {
  $id: 'Problem',
  type: 'object',
  description: 'Problem details (RFC 9457)',
  required: ['type', 'title', 'status', 'code', 'instance'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string', description: 'In the language that the request asked for' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable name of the problem' },
    problems: { type: 'object', additionalProperties: { type: 'string' }, description: 'Problem of each field' },
    instance: { type: 'string', description: 'Path of the request' },
    requestId: { type: 'string', description: 'Name of the request in the log of the service, where the service itself refused it' },
  },
} as const

const meanings: Readonly<Record<number, string>> = {
  400: 'The body is not JSON',
  401: 'The API key is missing or not valid',
  403: 'The role of the key’s officer does not include this',
  404: 'There is no such thing, or it is not for you to see',
  409: 'This does not fit where the report stands now',
  413: 'The body is larger than 1 MB',
  415: 'The body is of a type that is not taken',
  422: 'Something in the request is not right',
  429: 'Too many tries; Retry-After says for how many seconds to wait',
}

/** What every operation of a kind may answer: a wrong key is refused even where none is needed. */
function listRefusals({ method, permission, api }: Route): Readonly<Record<string, string>> {
  const ofKey: Record<string, string> = permission === 'public' ? {} : { 403: 'permission' }
  const ofBody: Record<string, string> = method === 'POST' ? { 400: 'malformed', 413: 'too_large', 415: 'malformed', 422: 'fields' } : {}
  return { 401: 'api_key', ...ofKey, ...ofBody, ...api?.refusals }
}

function describeRefusal(status: number, code: string): object {
  const title = meanings[status] ?? 'Refused'
  const example = { type: 'about:blank', title, status, code, instance: '/api/v1/tickets' }
  return {
    description: title,
    ...(status === 429 ? { headers: { 'Retry-After': { type: 'integer', description: 'Seconds' } } } : {}),
    content: { 'application/problem+json': { schema: { $ref: 'Problem#' }, example } },
  }
}

/** What the OpenAPI document says of a route: the very schemas that check it. Pages are left out. */
export function describeRoute(route: Route): Described {
  const { api } = route
  if (api === undefined) return { hide: true }
  const done = { description: 'Done', content: { 'application/json': { schema: api.response, example: api.example.response } } }
  const statuses = [api.status ?? 200].flat() as readonly number[]
  const refusals = Object.entries(listRefusals(route)).map(([status, code]) => [status, describeRefusal(Number(status), code)])
  return {
    operationId: api.id,
    summary: api.summary,
    tags: [route.permission === 'public' ? 'public' : 'officers'],
    ...(route.permission === 'public' ? {} : { security: [{ key: [] }] }),
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.form && route.method === 'POST' ? { body: { ...route.form, examples: [api.example.body] } } : {}),
    response: {
      ...Object.fromEntries(statuses.map((status) => [status, done])),
      ...(Object.fromEntries(refusals) as Record<string, object>),
    },
  }
}

/** Schemas of the document go by their own names. */
const nameSchema: NonNullable<FastifyDynamicSwaggerOptions['refResolver']>['buildLocalReference'] = (schema, _base, _fragment, index) =>
  typeof schema['$id'] === 'string' ? schema['$id'] : `def-${index}`

export function composeDocument(settings: Pick<Settings, 'publicUrl'>): FastifyDynamicSwaggerOptions {
  return {
    refResolver: { buildLocalReference: nameSchema },
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Tanggap',
        version: '1',
        description:
          'Reports to the immigration service: send, follow and answer them. A key belongs to an officer and may do what that officer may do.',
        license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' },
      },
      servers: [{ url: settings.publicUrl }],
      tags: [
        { name: 'public', description: 'For whoever reports; no key is needed' },
        { name: 'officers', description: 'With the API key of an officer, made on the account page' },
      ],
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'API key of an officer' } } },
    },
  }
}
