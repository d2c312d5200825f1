import type { Route } from '../../platform/http/route.ts'
import { bodyRoutes } from './routes/bodies.ts'
import { consentRoutes } from './routes/consent.ts'
import { hopRoutes } from './routes/hop.ts'
import { listRoutes } from './routes/list.ts'
import { packageRoutes } from './routes/package.ts'

/** Every address about reports that belong to another body, but the proposal, which is a deed of the console's. */
export const routes: readonly Route[] = [...listRoutes, ...hopRoutes, ...packageRoutes, ...bodyRoutes, ...consentRoutes]
