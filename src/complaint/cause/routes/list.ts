import { defineRoute, page } from '../../../platform/http/route.ts'
import { ListPage } from '../pages/list-page.tsx'
import { listOpenActions, listOpenProposals } from '../read.ts'
import { paths } from '../urls.ts'
import { loadNames, toAction, toProposal } from './naming.ts'

export const listRoute = defineRoute({
  method: 'GET',
  path: paths.list,
  audience: 'officer',
  permission: 'cause.record',
  audit: { event: 'cause.listed', done: false },
  handler: async ({ frame }, ctx) => {
    const [names, actions, proposals] = await Promise.all([loadNames(ctx), listOpenActions(ctx.tx), listOpenProposals(ctx.tx)])
    return page(
      ListPage({
        frame,
        proposals: proposals.map((row) => toProposal(frame, names, row)),
        actions: actions.map((row) => toAction(ctx, frame, names, row)),
      }),
    )
  },
})
