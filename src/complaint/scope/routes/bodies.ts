import type { Static } from 'typebox'
import type { Context } from '../../../platform/context.ts'
import { readTexts } from '../../../platform/http/input.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { sayProblems } from '../../../ui/index.ts'
import { editBody } from '../actions/bodies.ts'
import { bodyForm, bodyParams } from '../forms.ts'
import { BodiesPage, BodyPage } from '../pages/body-pages.tsx'
import { type Body, loadBodies } from '../store.ts'
import { paths } from '../urls.ts'

type Request = RouteRequest<{ readonly id?: string }, unknown, Static<typeof bodyForm>>

function toTyped(body: Body | null): Readonly<Record<string, string>> {
  if (body === null) return { active: '1' }
  const { id: _id, code: _code, active, ...facts } = body
  return { ...facts, active: active ? '1' : '' }
}

async function find({ params, audit }: Request, ctx: Context): Promise<Body | null> {
  audit({ objectType: 'body', ...(params.id === undefined ? {} : { objectId: params.id }) })
  return (await loadBodies(ctx.tx)).find(({ id }) => id === params.id) ?? null
}

async function save(request: Request, ctx: Context, before: Body | null): Promise<Reply> {
  const { frame, form, raw, audit } = request
  const id = before?.id ?? ctx.newId()
  if (!form.ok) {
    const problems = sayProblems(frame, form.error, 'scope')
    return page(BodyPage({ frame, id: before?.id ?? null, typed: readTexts(raw), problems }), { status: 422 })
  }
  const { contact = '', ...facts } = form.value
  const after: Body = { ...facts, id, contact, code: before?.code ?? null }
  await editBody(ctx, after)
  audit({ objectType: 'body', objectId: id, details: { before, after } })
  return redirect(paths.bodies, { notice: 'scope.bodies.saved' })
}

const admin = { audience: 'officer', permission: 'office.administer' } as const

export const bodyRoutes: readonly Route[] = [
  defineRoute({
    ...admin,
    method: 'GET',
    path: paths.bodies,
    audit: { event: 'scope.bodies_listed', done: false },
    handler: async ({ frame }, ctx) => page(BodiesPage({ frame, bodies: await loadBodies(ctx.tx) })),
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: paths.addBody,
    audit: { event: 'scope.body_opened', done: false },
    handler: async ({ frame }) => page(BodyPage({ frame, id: null, typed: toTyped(null), problems: {} })),
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: paths.addBody,
    audit: { event: 'scope.body_saved', done: true },
    form: bodyForm,
    handler: (request, ctx) => save(request as Request, ctx, null),
  }),
  defineRoute({
    ...admin,
    method: 'GET',
    path: paths.body,
    audit: { event: 'scope.body_opened', done: false },
    params: bodyParams,
    handler: async (request, ctx) => {
      const body = await find(request as Request, ctx)
      return body === null
        ? refuse(404, 'not_found')
        : page(BodyPage({ frame: request.frame, id: body.id, typed: toTyped(body), problems: {} }))
    },
  }),
  defineRoute({
    ...admin,
    method: 'POST',
    path: paths.body,
    audit: { event: 'scope.body_saved', done: true },
    params: bodyParams,
    form: bodyForm,
    handler: async (request, ctx) => {
      const body = await find(request as Request, ctx)
      return body === null ? refuse(404, 'not_found') : save(request as Request, ctx, body)
    },
  }),
]
