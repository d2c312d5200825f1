import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Card } from '../../../ui/index.ts'

export type ShieldView = {
  readonly timeZone: string
  readonly subjects: readonly {
    readonly id: string
    /** Null: in words only. */
    readonly who: string | null
    readonly said: { readonly name: string; readonly unit: string; readonly time: string }
    /** Null: by the complainant. */
    readonly by: string | null
    readonly at: Date
  }[]
  readonly excluded: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
  readonly units: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
  readonly attempts: readonly { readonly id: string; readonly name: string; readonly way: string; readonly at: Date }[]
}

type Props = { readonly frame: Frame; readonly view: ShieldView }

function Subjects({ frame, view }: Props): VNode {
  const { t, dateTime } = frame.words
  if (view.subjects.length === 0) return <p>{t('conduct.subjects.none')}</p>
  return (
    <ul class="list-disc space-y-1 ps-6">
      {view.subjects.map(({ id, who, said, by, at }) => (
        <li key={id}>
          <span dir="auto">{[who ?? '', said.name, said.unit, said.time].filter((part) => part !== '').join(' · ')}</span>{' '}
          <span class="text-muted">
            {t('conduct.subjects.by', { by: by ?? t('conduct.subjects.complainant'), at: dateTime(at, view.timeZone) })}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Excluded({ frame, view }: Props): VNode {
  const { t } = frame.words
  if (view.excluded.length + view.units.length === 0) return <p>{t('conduct.excluded.none')}</p>
  return (
    <ul class="list-disc space-y-1 ps-6">
      {view.units.map(({ id, name, reason }) => (
        <li key={id}>
          {name} <span class="text-muted">{t(`conduct.unit_reason.${reason}`)}</span>
        </li>
      ))}
      {view.excluded.map(({ id, name, reason }) => (
        <li key={id}>
          {name} <span class="text-muted">{t(`conduct.reason.${reason}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function Attempts({ frame, view }: Props): VNode {
  const { t, dateTime } = frame.words
  if (view.attempts.length === 0) return <p>{t('conduct.attempts.none')}</p>
  return (
    <ul class="list-disc space-y-1 ps-6">
      {view.attempts.map(({ id, name, way, at }) => (
        <li key={id}>
          {dateTime(at, view.timeZone)} · {name} <span class="text-muted">{t(`conduct.way.${way}`)}</span>
        </li>
      ))}
    </ul>
  )
}

/** Who was named, who is kept away, and who tried. */
export function ShieldCards(props: Props): VNode {
  const { t } = props.frame.words
  return (
    <>
      <Card title={t('conduct.subjects')}>
        <Subjects {...props} />
      </Card>
      <Card title={t('conduct.excluded')}>
        <Excluded {...props} />
      </Card>
      <Card title={t('conduct.attempts')}>
        <Attempts {...props} />
      </Card>
    </>
  )
}
