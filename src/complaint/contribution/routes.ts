import type { Route } from '../../platform/http/route.ts'
import { askRoutes } from './routes/ask.ts'
import { incomingRoutes } from './routes/incoming.ts'

export const routes: readonly Route[] = [...askRoutes, ...incomingRoutes]
