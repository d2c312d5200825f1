import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, refuse } from '../../../platform/http/route.ts'
import { countOne } from '../../../platform/limits.ts'
import { openPart, openSharedFile } from '../actions/open.ts'
import { fileParams, noForm, tokenParams } from '../forms.ts'
import { ConfirmPage, OverPage, PartPage } from '../pages/part-pages.tsx'
import { opensByAddress } from '../rules.ts'
import { paths } from '../urls.ts'

const unlisted = { 'x-robots-tag': 'noindex, nofollow, noarchive' } as const
/** The address is the secret: no page that is gone to from here learns it. */
const silent = { ...unlisted, 'referrer-policy': 'no-referrer' } as const
/** As above, but a form sent under `no-referrer` would not say from where it comes, and be refused for it. */
const nearlySilent = { ...unlisted, 'referrer-policy': 'strict-origin' } as const

/** The same for every link that shows nothing, whatever the reason. */
function sayOver({ frame, audit }: Pick<RouteRequest, 'frame' | 'audit'>): Reply {
  audit({ reason: 'link_over' })
  return page(OverPage({ frame: { ...frame, path: '/' } }), { status: 404, headers: silent, keep: true })
}

/** Counts every look of an address, also at what is there: nobody tries links out, and nobody loads the service with one. */
async function findExcess(ctx: Context, address: string): Promise<Reply | null> {
  const looks = await countOne(ctx, opensByAddress, address)
  return looks.over ? { ...refuse(429, 'too_many', looks.retryAfterSeconds), headers: silent } : null
}

const visitors = { audience: 'visitor', permission: 'public' } as const

/** What somebody of another body sees by a link, without an account. */
export const openRoutes: readonly Route[] = [
  defineRoute({
    ...visitors,
    method: 'GET',
    path: paths.open,
    params: tokenParams,
    audit: { event: 'share.link_page', done: false },
    // Programs that look through mails follow links: nothing is looked up before a person presses the button.
    static: true,
    handler: async ({ frame, params }) => page(ConfirmPage({ frame, token: params.token }), { headers: nearlySilent }),
  }),
  defineRoute({
    ...visitors,
    method: 'POST',
    path: paths.open,
    params: tokenParams,
    form: noForm,
    freshVisit: true,
    audit: { event: 'share.opened', done: true },
    handler: async (request, ctx) => {
      const excess = await findExcess(ctx, request.address)
      if (excess !== null) return excess
      const part = await openPart(ctx, request.params.token)
      if (part === null) return sayOver(request)
      request.audit({ objectType: 'ticket', objectId: part.ticketId, details: { link: part.linkId } })
      return page(PartPage({ frame: request.frame, token: request.params.token, part }), { headers: silent })
    },
  }),
  defineRoute({
    ...visitors,
    method: 'GET',
    path: paths.file,
    params: fileParams,
    audit: { event: 'share.file_taken', done: true },
    handler: async (request, ctx) => {
      const excess = await findExcess(ctx, request.address)
      if (excess !== null) return excess
      const file = await openSharedFile(ctx, request.params.token, request.params.file)
      if (file === null) return sayOver(request)
      request.audit({ objectType: 'ticket', objectId: file.ticketId, details: { link: file.linkId, file: file.id } })
      const { stream, name, type, size } = file
      return { kind: 'file', stream, name, type, size, headers: silent }
    },
  }),
]
