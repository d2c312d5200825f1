import type { Route } from '../../platform/http/route.ts'
import { calendarRoutes } from './routes/calendar.ts'
import { timeRuleRoutes } from './routes/time-rules.ts'
import { warningRoutes } from './routes/warnings.ts'

export const routes: readonly Route[] = [...warningRoutes, ...calendarRoutes, ...timeRuleRoutes]
