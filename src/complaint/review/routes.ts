import type { Route } from '../../platform/http/route.ts'
import { askRoutes } from './routes/ask.ts'
import { consoleRoutes } from './routes/console.ts'
import { outsideRoutes } from './routes/outside.ts'

export const routes: readonly Route[] = [...askRoutes, ...outsideRoutes, ...consoleRoutes]
