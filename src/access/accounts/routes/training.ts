import { readText } from '../../../platform/http/input.ts'
import { defineRoute, type Route, redirect, refuse } from '../../../platform/http/route.ts'
import { readDay } from '../../../platform/time.ts'
import { enterTraining, finishTraining } from '../actions/work.ts'
import { idParams, trainingForm, trainingParams } from '../forms.ts'
import { showWork } from './work.ts'

const home = '/petugas/admin/petugas/:id/kerja'
const admin = { audience: 'officer', permission: 'officer.administer', method: 'POST' } as const

/** Who trains whom, on the page of what an officer can do. */
export const trainingRoutes: readonly Route[] = [
  defineRoute({
    ...admin,
    path: `${home}/bimbingan`,
    audit: { event: 'accounts.enter_training', done: true },
    params: idParams,
    form: trainingForm,
    async handler(request, ctx) {
      const { raw, params, audit } = request
      audit({ objectType: 'officer', objectId: params.id })
      const [from, trainerId] = [
        readDay({ day: readText(raw, 'beginDay'), month: readText(raw, 'beginMonth'), year: readText(raw, 'beginYear') }),
        readText(raw, 'trainer'),
      ]
      const again = (codes: Record<string, string>) =>
        showWork(request, ctx, { officerId: params.id, own: false }, { form: 'training', codes })
      if (from === null) return again({ begin: 'date_unreal' })
      const entered = await enterTraining(ctx, params.id, { from, trainerId })
      if (!entered.ok) return entered.error === 'not_found' ? refuse(404, 'not_found') : again({ trainer: entered.error })
      audit({ details: { before: null, after: entered.value } })
      return redirect(home.replace(':id', params.id), { notice: 'accounts.notice.saved' })
    },
  }),
  defineRoute({
    ...admin,
    path: `${home}/bimbingan/:training/akhiri`,
    audit: { event: 'accounts.end_training', done: true },
    params: trainingParams,
    async handler({ params, audit }, ctx) {
      audit({ objectType: 'officer', objectId: params.id })
      if (!(await finishTraining(ctx, params.id, params.training)).ok) return refuse(404, 'not_found')
      return redirect(home.replace(':id', params.id), { notice: 'accounts.notice.saved' })
    },
  }),
]
