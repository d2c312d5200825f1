import type { Route } from '../../platform/http/route.ts'
import { eventRoutes } from './routes/event.ts'
import { listRoutes } from './routes/list.ts'
import { textRoutes } from './routes/text.ts'
import { ticketRoutes } from './routes/ticket.ts'

export const routes: readonly Route[] = [...listRoutes, ...eventRoutes, ...textRoutes, ...ticketRoutes]
