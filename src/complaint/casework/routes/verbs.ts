import type { Context } from '../../../platform/context.ts'
import { defineRoute, type Reply, type Route, redirect, refuse } from '../../../platform/http/route.ts'
import { takeTicket } from '../actions/assign.ts'
import { unmergeTicket } from '../actions/merge.ts'
import { investigateTicket, reopenTicket, unarchiveTicket } from '../actions/moves.ts'
import { ticketParams } from '../forms.ts'
import { type Verb, verbPermissions } from '../rules.ts'
import { paths, ticketHref, verbPaths } from '../urls.ts'
import { openUnfit } from './unfit.ts'

/** How a refused verb is answered where nothing typed can be lost. */
export function refuseProblem(problem: string): Reply {
  if (problem === 'ticket_not_found') return refuse(404, 'not_found')
  if (problem === 'permission') return refuse(403, 'permission')
  // Many at once have no form to come back to: what else can be done stands on the page.
  if (problem === 'assignee_excluded') return refuse(409, 'assignee_excluded')
  return problem === 'assignee_unavailable' ? refuse(422, 'malformed') : refuse(409, 'conflict')
}

type Press = (ctx: Context, id: string) => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: string }>

/** A verb that is one press of a button. */
function definePress(verb: Verb, event: string, press: Press): Route {
  return defineRoute({
    method: 'POST',
    path: `${paths.ticket}/${verbPaths[verb]}`,
    audience: 'officer',
    permission: verbPermissions[verb],
    audit: { event, done: true },
    params: ticketParams,
    handler: async (request, ctx) => {
      const { id } = request.params
      request.audit({ objectType: 'ticket', objectId: id })
      const done = await press(ctx, id)
      if (done.ok) return redirect(ticketHref(id), { notice: `casework.done.${verb}` })
      return done.error === 'conflict' || done.error === 'move_not_allowed' ? openUnfit(request, ctx, verb) : refuseProblem(done.error)
    },
  })
}

export const pressRoutes: readonly Route[] = [
  definePress('take', 'ticket.taken', (ctx, id) => takeTicket(ctx, id)),
  definePress('investigate', 'ticket.investigation_started', (ctx, id) => investigateTicket(ctx, id)),
  definePress('reopen', 'ticket.reopened', (ctx, id) => reopenTicket(ctx, id)),
  definePress('unmerge', 'ticket.unmerged', (ctx, id) => unmergeTicket(ctx, id)),
  definePress('unarchive', 'ticket.unarchived', (ctx, id) => unarchiveTicket(ctx, id)),
]
