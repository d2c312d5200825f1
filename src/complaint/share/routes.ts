import type { Route } from '../../platform/http/route.ts'
import { composeRoutes } from './routes/compose.ts'
import { openRoutes } from './routes/open.ts'

export const routes: readonly Route[] = [...composeRoutes, ...openRoutes]
