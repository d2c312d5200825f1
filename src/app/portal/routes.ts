import Type from 'typebox'
import { isLocale } from '../../platform/i18n.ts'
import { localeCookie } from '../../platform/http/locale.ts'
import { defineRoute, redirect, refuse, type Route } from '../../platform/http/route.ts'

/** Only a path of our own: a language link must not send anybody elsewhere. */
function safeReturn(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/'
}

export const routes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: '/bahasa/:locale',
    audience: 'visitor',
    permission: 'public',
    audit: { event: 'portal.language', done: false },
    static: true,
    params: Type.Object({ locale: Type.String() }),
    query: Type.Object({ kembali: Type.Optional(Type.String({ maxLength: 500 })) }),
    handler: async ({ params, query }) =>
      isLocale(params.locale)
        ? redirect(safeReturn(query.kembali), { cookies: [{ name: localeCookie, value: params.locale, maxAge: 31_536_000 }] })
        : refuse(404, 'not_found'),
  }),
]
