import type { Route } from '../../platform/http/route.ts'
import { identityRoutes } from './routes/identity.ts'
import { requestRoutes } from './routes/request.ts'

export const routes: readonly Route[] = [...identityRoutes, ...requestRoutes]
