import type { FastifySchema } from 'fastify'
import type { Settings } from '../config.ts'
import type { Route } from './route.ts'

type Described = FastifySchema & {
  readonly hide?: boolean
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly security?: readonly Record<string, readonly string[]>[]
}

const problem = {
  type: 'object',
  description: 'Problem details (RFC 9457)',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable name of the problem' },
    problems: { type: 'object', additionalProperties: { type: 'string' }, description: 'Problem of each field' },
    requestId: { type: 'string' },
  },
}

/** What the OpenAPI document says of a route: the very schemas that check it. Pages are left out. */
export function describeRoute(route: Route): Described {
  if (route.api === undefined) return { hide: true }
  const problemAnswer = { description: 'Refused', content: { 'application/problem+json': { schema: problem } } }
  return {
    summary: route.api.summary,
    tags: [route.permission === 'public' ? 'public' : 'officers'],
    ...(route.permission === 'public' ? {} : { security: [{ key: [] }] }),
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...(route.form && route.method === 'POST' ? { body: route.form } : {}),
    response: {
      [route.api.status ?? 200]: { description: 'Done', content: { 'application/json': { schema: route.api.response } } },
      '4xx': problemAnswer,
    },
  }
}

export function composeDocument(settings: Pick<Settings, 'publicUrl'>): { openapi: object } {
  return {
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
      components: { securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'API key of an officer' } } },
    },
  }
}
