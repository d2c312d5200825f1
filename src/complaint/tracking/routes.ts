import type { Route } from '../../platform/http/route.ts'
import { enterRoutes } from './routes/enter.ts'
import { recoveryRoutes } from './routes/recovery.ts'
import { relativeRoute } from './routes/relative.ts'
import { reportRoutes } from './routes/report.ts'

export const routes: readonly Route[] = [...enterRoutes, ...reportRoutes, relativeRoute, ...recoveryRoutes]
