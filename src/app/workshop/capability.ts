import Type from 'typebox'
import type { Capability } from '../../platform/capability.ts'
import { defineRoute, page, refuse } from '../../platform/http/route.ts'
import { ComponentsPage } from '../../ui/pages/components-page.tsx'

/** The living page of the design system; not there in production. */
const components = defineRoute({
  method: 'GET',
  path: '/ui',
  audience: 'visitor',
  permission: 'public',
  audit: { event: 'workshop.components', done: false },
  query: Type.Object({ sisi: Type.Optional(Type.Enum(['petugas', 'warga'])) }),
  handler: async ({ frame, query }, ctx) =>
    ctx.settings.mode === 'production'
      ? refuse(404, 'not_found')
      : page(ComponentsPage({ frame, side: query.sisi === 'petugas' ? 'console' : 'citizen' })),
})

export const workshop: Capability = { name: 'workshop', locales: { id: {}, en: {} }, routes: [components] }
