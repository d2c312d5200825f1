import type { Context } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
import {
  defineRoute,
  type FieldProblems,
  page,
  type Reply,
  type Route,
  type RouteRequest,
  redirect,
  refuse,
} from '../../../platform/http/route.ts'
import { sayProblems } from '../../../ui/index.ts'
import { acceptProposal, dismissProposal, ownersOf } from '../actions/record.ts'
import { causeForm, idParams, wordsForm } from '../forms.ts'
import { ProposalPage } from '../pages/proposal-page.tsx'
import { listProposalTickets, loadProposal } from '../read.ts'
import { paths } from '../urls.ts'
import { actionFields, listOwners, loadNames, readAction, toProposal } from './naming.ts'

type Request = RouteRequest<{ readonly id: string }>

async function show(request: Request, ctx: Context, problems: FieldProblems): Promise<Reply> {
  const { frame, params } = request
  request.audit({ objectType: 'proposal', objectId: params.id })
  const proposal = await loadProposal(ctx.tx, params.id)
  if (proposal === null) return refuse(404, 'not_found')
  const [names, tickets, owners] = await Promise.all([
    loadNames(ctx),
    listProposalTickets(ctx.tx, proposal.id),
    listOwners(ctx, ownersOf(ctx, proposal)),
  ])
  const { state, decidedAt, decidedName, reason } = proposal
  const node = ProposalPage({
    frame: { ...frame, path: paths.proposal.replace(':id', proposal.id) },
    proposal: toProposal(frame, names, proposal),
    tickets,
    decided: state === 'open' || decidedAt === null ? null : { state, by: decidedName ?? '', at: decidedAt, reason: reason ?? '' },
    owners,
    typed: readTexts(request.raw),
    problems: sayProblems(frame, problems, 'cause'),
  })
  return page(node, { status: Object.keys(problems).length === 0 ? 200 : 422 })
}

function refuseDecision(request: Request, error: string): Reply | null {
  request.audit({ reason: error })
  if (error === 'ticket_not_found') return refuse(404, 'not_found')
  return error === 'conflict' ? refuse(409, 'conflict') : null
}

const shared = { audience: 'officer', permission: 'cause.decide', params: idParams } as const

export const proposalRoutes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: paths.proposal,
    audit: { event: 'cause.proposal_opened', done: true },
    handler: (request, ctx) => show(request, ctx, {}),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.accept,
    audit: { event: 'cause.accepted', done: true },
    form: causeForm,
    handler: async (request, ctx) => {
      request.audit({ objectType: 'proposal', objectId: request.params.id })
      if (!request.form.ok) return show(request, ctx, request.form.error)
      const { cause, ...form } = request.form.value
      const action = readAction(form) ?? { words: '', ownerId: '', days: null }
      const done = await acceptProposal(ctx, request.params.id, { cause, action })
      if (done.ok) return redirect(paths.list, { notice: 'cause.notice.accepted' })
      return refuseDecision(request, done.error) ?? show(request, ctx, { [actionFields[done.error] ?? 'cause']: done.error })
    },
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: paths.dismiss,
    audit: { event: 'cause.dismissed', done: true },
    form: wordsForm,
    handler: async (request, ctx) => {
      request.audit({ objectType: 'proposal', objectId: request.params.id })
      if (!request.form.ok) return show(request, ctx, request.form.error)
      const done = await dismissProposal(ctx, request.params.id, request.form.value.words ?? '')
      if (done.ok) return redirect(paths.list, { notice: 'cause.notice.dismissed' })
      return refuseDecision(request, done.error) ?? show(request, ctx, { words: done.error })
    },
  }),
]
