import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card, DueTag, StatusTag } from '../../../ui/index.ts'
import type { ReportView, ViewPromise } from '../rules.ts'

function sayStanding(frame: Frame, promise: ViewPromise, timeZone: string): string {
  const { t, date } = frame.words
  const due = date(promise.dueAt, timeZone)
  if (promise.keptAt === null) return t(`tracking.promise.${promise.standing}`, { date: due })
  return t(`tracking.promise.${promise.standing}`, { date: date(promise.keptAt, timeZone), due })
}

/** A report that was opened again: what became of the first answer. Without it, the new date would look as if nothing had been answered. */
function sayBefore(frame: Frame, { before }: ViewPromise, timeZone: string): string | null {
  if (before === null) return null
  const { t, date } = frame.words
  return t(before.wasInTime ? 'tracking.promise.before.kept' : 'tracking.promise.before.kept_late', {
    answered: date(before.answeredAt, timeZone),
    due: date(before.dueAt, timeZone),
    reopened: date(before.reopenedAt, timeZone),
  })
}

function Mark({
  frame,
  promise,
  timeZone,
}: {
  readonly frame: Frame
  readonly promise: ViewPromise
  readonly timeZone: string
}): VNode | null {
  if (promise.standing === 'kept') return <DueTag frame={frame} state="met" due={promise.dueAt} timeZone={timeZone} />
  if (promise.standing === 'kept_late') return null
  if (promise.standing === 'missed') return <DueTag frame={frame} state="late" due={promise.dueAt} timeZone={timeZone} />
  return promise.urgency === 'today' ? <DueTag frame={frame} state="today" due={promise.dueAt} timeZone={timeZone} /> : null
}

/** What was promised by when, under which rule, and whether it was kept. A broken promise is said as plainly as a kept one. */
export function PromisesCard({ frame, view }: { readonly frame: Frame; readonly view: ReportView }): VNode | null {
  const { t } = frame.words
  if (view.promises.length === 0) return null
  return (
    <Card title={t('tracking.promise.title')} icon="calendar-days" id="janji">
      <dl class="facts">
        {view.promises.map((promise) => (
          <div key={promise.kind}>
            <dt>{t(`tracking.promise.${promise.kind}`)}</dt>
            <dd>
              <p>
                {sayStanding(frame, promise, view.timeZone)} <Mark frame={frame} promise={promise} timeZone={view.timeZone} />
                {promise.standing === 'kept_late' ? (
                  <StatusTag tone="warning">{t('ui.due.late', { date: frame.words.date(promise.dueAt, view.timeZone) })}</StatusTag>
                ) : null}
              </p>
              {promise.before === null ? null : <p>{sayBefore(frame, promise, view.timeZone)}</p>}
              <p class="text-muted text-sm">
                {t('tracking.promise.law', { law: promise.law, amount: promise.amount, unit: t(`tracking.promise.unit.${promise.unit}`) })}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
