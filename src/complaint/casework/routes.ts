import type { Route } from '../../platform/http/route.ts'
import { bulkRoutes } from './routes/bulk.ts'
import { checkRoutes } from './routes/checks.ts'
import { deedRoutes } from './routes/deeds.ts'
import { handOnRoutes } from './routes/hand-on.ts'
import { inboxRoute } from './routes/inbox.ts'
import { linkRoutes } from './routes/links.ts'
import { loadRoutes } from './routes/load.ts'
import { noteRoutes } from './routes/note.ts'
import { registerRoutes } from './routes/register.ts'
import { searchRoute } from './routes/search.ts'
import { sendOnRoutes } from './routes/send-on.ts'
import { splitRoutes } from './routes/split.ts'
import { takeAwayRoutes } from './routes/take-away.ts'
import { talkRoutes } from './routes/talk.ts'
import { fileRoute, ticketRoute } from './routes/ticket.ts'
import { pressRoutes } from './routes/verbs.ts'
import { viewRoutes } from './routes/views.ts'
import { watchRoutes } from './routes/watching.ts'

/** Every address of the console's work on tickets. */
export const routes: readonly Route[] = [
  inboxRoute,
  searchRoute,
  ...registerRoutes,
  ...loadRoutes,
  ticketRoute,
  fileRoute,
  ...pressRoutes,
  ...handOnRoutes,
  ...deedRoutes,
  ...sendOnRoutes,
  ...linkRoutes,
  ...splitRoutes,
  ...talkRoutes,
  ...noteRoutes,
  ...checkRoutes,
  ...watchRoutes,
  ...takeAwayRoutes,
  ...viewRoutes,
  ...bulkRoutes,
]
