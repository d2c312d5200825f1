import type { Route } from '../../platform/http/route.ts'
import { actionRoutes } from './routes/action.ts'
import { listRoute } from './routes/list.ts'
import { proposalRoutes } from './routes/proposal.ts'
import { ticketRoutes } from './routes/ticket.ts'

export const routes: readonly Route[] = [listRoute, ...ticketRoutes, ...proposalRoutes, ...actionRoutes]
