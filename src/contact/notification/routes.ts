import type { Route } from '../../platform/http/route.ts'
import { mailRoutes } from './routes/mails.ts'
import { textRoutes } from './routes/texts.ts'

export const routes: readonly Route[] = [...mailRoutes, ...textRoutes]
