import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { createOwnKey, endOwnKey } from '../actions/api-keys.ts'
import { endKeyForm, idParams, keyForm } from '../forms.ts'
import { ApiKeyPage, EndKeyPage } from '../pages/api-key.tsx'
import { loadKey } from '../read/account.ts'
import type { KeyView } from '../rules/views.ts'
import { showAccount } from './account.ts'
import { readOwn } from './own.ts'

const own = { audience: 'officer', permission: 'account.own' } as const
const home = '/petugas/akun'
const endPath = '/petugas/akun/kunci/:id/cabut'

/** The form stands on the page of the account beside others, so its fields have names of their own there. */
const fieldNames: Readonly<Record<string, string>> = { name: 'keyName', password: 'keyPassword', code: 'keyCode' }

const problemFields = { too_many_keys: 'keyName', wrong_code: 'keyCode', wrong_password: 'keyPassword', held_up: 'keyPassword' } as const

async function postKey(
  request: RouteRequest<unknown, unknown, { name: string; password: string; code?: string }>,
  ctx: Context,
): Promise<Reply> {
  const { form, frame, audit } = request
  if (!form.ok) {
    const codes = Object.entries(form.error).map(([field, code]) => [fieldNames[field] ?? 'keyName', code])
    return showAccount(request, ctx, Object.fromEntries(codes) as Record<string, string>)
  }
  const result = await createOwnKey(ctx, readOwn(request, ctx).officerId, form.value)
  if (!result.ok) {
    const { error } = result
    return showAccount(request, ctx, { [problemFields[error]]: error }, error !== 'too_many_keys')
  }
  audit({ objectType: 'api_key', objectId: result.value.id, details: { name: form.value.name } })
  return page(ApiKeyPage({ frame, name: form.value.name, apiKey: result.value.key }))
}

function findOwnKey(request: RouteRequest<{ id: string }>, ctx: Context): Promise<KeyView | null> {
  return loadKey(ctx.tx, readOwn(request, ctx).officerId, request.params.id)
}

async function postEnd(request: RouteRequest<{ id: string }, unknown, { password: string }>, ctx: Context): Promise<Reply> {
  const { form, frame, params } = request
  const key = await findOwnKey(request, ctx)
  if (key === null) return refuse(404, 'not_found')
  request.audit({ objectType: 'api_key', objectId: params.id })
  if (!form.ok) return page(EndKeyPage({ frame, apiKey: key, codes: form.error }), { status: 422 })
  const result = await endOwnKey(ctx, readOwn(request, ctx).officerId, { id: params.id, password: form.value.password })
  if (result.ok) return redirect(home, { notice: 'accounts.notice.key_revoked' })
  if (result.error === 'no_such_key') return refuse(404, 'not_found')
  return page(EndKeyPage({ frame, apiKey: key, codes: { password: result.error } }), { status: 422, keep: true })
}

export const apiKeyRoutes: readonly Route[] = [
  defineRoute({
    ...own,
    method: 'POST',
    path: '/petugas/akun/kunci',
    audit: { event: 'accounts.create_key', done: true },
    form: keyForm,
    handler: postKey,
  }),
  defineRoute({
    ...own,
    method: 'GET',
    path: endPath,
    audit: { event: 'accounts.revoke_key_form', done: false },
    params: idParams,
    async handler(request, ctx) {
      const key = await findOwnKey(request, ctx)
      return key === null ? refuse(404, 'not_found') : page(EndKeyPage({ frame: request.frame, apiKey: key, codes: {} }))
    },
  }),
  defineRoute({
    ...own,
    method: 'POST',
    path: endPath,
    audit: { event: 'accounts.revoke_key', done: true },
    params: idParams,
    form: endKeyForm,
    handler: postEnd,
  }),
]
