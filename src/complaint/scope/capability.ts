import type { Capability } from '../../platform/capability.ts'
import register from './data/bodies.json' with { type: 'json' }
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { routes } from './routes.ts'
import { installBodies } from './store.ts'

export const scope: Capability = {
  name: 'scope',
  locales: { id, en },
  routes,
  install: (ctx) =>
    installBodies(
      ctx.tx,
      register.bodies.map((body) => ({
        id: ctx.newId(),
        code: body.code,
        nameId: body.name_id,
        nameEn: body.name_en,
        handlesId: body.handles_id,
        handlesEn: body.handles_en,
        contact: body.contact,
        source: body.source,
        active: true,
      })),
      ctx.now,
    ),
}
