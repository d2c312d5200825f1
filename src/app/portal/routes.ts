import Type from 'typebox'
import { localeCookie } from '../../platform/http/locale.ts'
import { defineRoute, page, type Route, redirect, refuse } from '../../platform/http/route.ts'
import { isLocale } from '../../platform/i18n.ts'
import { composeInformation, informationPages } from './information.ts'
import { FrontPage } from './pages/front-page.tsx'
import { InformationPage } from './pages/information-page.tsx'
import { readPromises } from './promises.ts'
import { violationRoute } from './violations.ts'

/** Only a path of our own: a language link must not send anybody elsewhere. */
function safeReturn(path: string | undefined): string {
  return path !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/'
}

/** Pages that are the same for everybody: they touch no database and stay up when it does not. */
const shared = { method: 'GET', audience: 'visitor', permission: 'public', static: true } as const

export const routes: readonly Route[] = [
  defineRoute({
    ...shared,
    path: '/',
    audit: { event: 'portal.front', done: false },
    handler: async ({ frame }, { now }) => page(FrontPage({ frame, promised: readPromises(now) })),
  }),
  ...informationPages.map((information) =>
    defineRoute({
      ...shared,
      path: information.path,
      audit: { event: `portal.${information.name}`, done: false },
      handler: async ({ frame }, { now }) =>
        page(InformationPage({ frame, view: composeInformation(frame.words, information, readPromises(now)) })),
    }),
  ),
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
  violationRoute,
]
