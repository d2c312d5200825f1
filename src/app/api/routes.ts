import { defineRoute, json, page, type Route } from '../../platform/http/route.ts'
import { officerRoutes } from './officer-routes.ts'
import { ApiPage } from './pages/api-page.tsx'
import { publicRoutes } from './public-routes.ts'
import { listOperations } from './rules.ts'

const document = defineRoute({
  method: 'GET',
  path: '/api/v1/openapi.json',
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'api.described', done: false },
  static: true,
  handler: async (request) => json(request.describeApi()),
})

const readable = defineRoute({
  method: 'GET',
  path: '/api/v1',
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'api.described', done: false },
  static: true,
  handler: async (request) => page(ApiPage({ frame: request.frame, operations: listOperations(request.describeApi()) })),
})

export const routes: readonly Route[] = [...publicRoutes, ...officerRoutes, document, readable]
