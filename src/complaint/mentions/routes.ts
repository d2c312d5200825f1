import Type from 'typebox'
import { defineRoute, page, type Route, redirect, refuse } from '../../platform/http/route.ts'
import { uuid } from '../../platform/http/shapes.ts'
import { MentionsPage } from './pages/mentions-page.tsx'
import { listCalls } from './read.ts'
import { saveSeen } from './store.ts'

const list = '/petugas/sebutan'
const shared = { audience: 'officer', permission: 'ticket.read' } as const

export const routes: readonly Route[] = [
  defineRoute({
    ...shared,
    method: 'GET',
    path: list,
    audit: { event: 'mentions.listed', done: false },
    handler: async ({ frame }, ctx) => page(MentionsPage({ frame, calls: await listCalls(ctx.tx) })),
  }),
  defineRoute({
    ...shared,
    method: 'POST',
    path: `${list}/:id/catat`,
    audit: { event: 'mentions.seen', done: true },
    params: Type.Object({ id: uuid }),
    handler: async ({ params }, ctx) =>
      (await saveSeen(ctx.tx, params.id, ctx.now)) ? redirect(list, { notice: 'mentions.noted' }) : refuse(404, 'not_found'),
  }),
]
