import type { Route } from '../../platform/http/route.ts'
import { adminRoutes } from './routes/admin.ts'
import { tickRoute } from './routes/tick.ts'

export const routes: readonly Route[] = [tickRoute, ...adminRoutes]
