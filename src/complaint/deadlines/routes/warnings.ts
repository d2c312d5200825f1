import { loadOffices } from '../../../access/accounts/index.ts'
import { mayIn } from '../../../access/accounts/rules.ts'
import type { Context } from '../../../platform/context.ts'
import { defineRoute, page, type Reply, type Route, type RouteRequest, redirect, refuse } from '../../../platform/http/route.ts'
import { defaultTimeZone } from '../../../platform/i18n.ts'
import { acknowledge } from '../actions/acknowledge.ts'
import { warningParams, warningsQuery } from '../forms.ts'
import { WarningsPage, type WarningView } from '../pages/warnings-page.tsx'
import { loadWarnings, type WarningLine, type WarningPlace } from '../read.ts'
import { isEscalation } from '../rules.ts'

export const warningsPath = '/petugas/peringatan'
const pageSize = 50

function readPlace(text: string | undefined): WarningPlace | null {
  const [at, id] = text?.split('.') ?? []
  return at === undefined || id === undefined ? null : { at: new Date(Number(at)), id }
}

function findNext(lines: readonly WarningLine[], part: string): string | null {
  const last = lines[pageSize - 1]
  if (last === undefined || lines.length <= pageSize) return null
  return `${warningsPath}?bagian=${part}&setelah=${last.at.getTime()}.${last.id}`
}

async function show({ frame, query }: RouteRequest<unknown, { bagian?: string; setelah?: string }>, ctx: Context): Promise<Reply> {
  const part = query.bagian === 'semua' ? 'semua' : 'terbuka'
  const after = readPlace(query.setelah)
  const lines = await loadWarnings(ctx.tx, ctx.actor.id ?? '', { open: part === 'terbuka', after, most: pageSize + 1 })
  const names = new Map((await loadOffices(ctx.tx)).map((office) => [office.id, office]))
  const views = lines.slice(0, pageSize).map((line): WarningView => {
    const from = names.get(line.fromOfficeId)
    const mayAcknowledge = line.acknowledgedAt === null && isEscalation(line.milestone) && mayIn(ctx.actor, 'ticket.assign', line.officeId)
    return { ...line, officeName: from?.name ?? '', timeZone: from?.timeZone ?? defaultTimeZone, mayAcknowledge }
  })
  return page(WarningsPage({ frame, part, warnings: views, next: findNext(lines, part) }))
}

export const warningRoutes: readonly Route[] = [
  defineRoute({
    method: 'GET',
    path: warningsPath,
    audience: 'officer',
    permission: 'ticket.read',
    audit: { event: 'deadlines.warnings_listed', done: false },
    query: warningsQuery,
    handler: show,
  }),
  defineRoute({
    method: 'POST',
    path: `${warningsPath}/:id/catat`,
    audience: 'officer',
    permission: 'ticket.assign',
    audit: { event: 'deadlines.warning_acknowledged', done: true },
    params: warningParams,
    async handler({ params, audit }, ctx) {
      audit({ objectType: 'warning', objectId: params.id })
      const done = await acknowledge(ctx, params.id)
      if (done.ok) return redirect(warningsPath, { notice: 'deadlines.done.acknowledged' })
      audit({ reason: done.error })
      if (done.error === 'not_found') return refuse(404, 'not_found')
      if (done.error === 'permission') return refuse(403, 'permission')
      return redirect(warningsPath, { notice: `deadlines.refused.${done.error}` })
    },
  }),
]
