import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Details, StatusTag, Table } from '../../../ui/index.ts'
import { type TrailQuery, trailZone, writeQuery } from '../rules/filter.ts'
import type { TrailEntry } from '../rules.ts'

type Props = { readonly frame: Frame; readonly entries: readonly TrailEntry[]; readonly query: TrailQuery }

/** What happened in words where the house has words for it, else by its code. */
export function nameEvent(frame: Frame, event: string): string {
  const key = `trail.event.${event}`
  return frame.words.has(key) ? frame.words.t(key) : event
}

function nameRole(frame: Frame, role: string): string {
  const key = `accounts.role.${role}`
  return frame.words.has(key) ? frame.words.t(key) : role
}

function Actor({ frame, entry, query }: { readonly frame: Frame; readonly entry: TrailEntry; readonly query: TrailQuery }): VNode {
  const { t } = frame.words
  if (entry.actorKind !== 'officer' || entry.actorId === null) return <>{t(`trail.actor.${entry.actorKind}`)}</>
  return (
    <>
      <a href={`/petugas/jejak?${writeQuery(query, { pelaku: entry.actorId })}`}>{entry.actorName}</a>
      <div class="text-muted text-sm">{entry.actorRoles.map((role) => nameRole(frame, role)).join(', ')}</div>
    </>
  )
}

function Matter({ frame, entry, query }: { readonly frame: Frame; readonly entry: TrailEntry; readonly query: TrailQuery }): VNode | null {
  const { t, has } = frame.words
  if (entry.objectType === null) return null
  const key = `trail.object.${entry.objectType}`
  const name = has(key) ? t(key) : entry.objectType
  if (entry.objectId === null) return <>{name}</>
  return (
    <>
      {name}
      <div class="text-sm">
        <a class="font-mono break-all" href={`/petugas/jejak?${writeQuery(query, { objek: entry.objectId })}`} dir="ltr">
          {entry.objectId}
        </a>
      </div>
    </>
  )
}

/** Time, address and the like; details only as the code of the service recorded them, never what a person wrote. */
function More({ frame, entry }: { readonly frame: Frame; readonly entry: TrailEntry }): VNode {
  const { t } = frame.words
  const hasDetails = Object.keys(entry.details).length > 0
  return (
    <>
      {entry.address === null ? null : <div dir="ltr">{entry.address}</div>}
      {entry.reason === null ? null : (
        <div>
          <code class="font-mono">{entry.reason}</code>
        </div>
      )}
      {hasDetails ? (
        <Details summary={t('trail.details')}>
          <pre class="overflow-x-auto whitespace-pre-wrap break-all font-mono text-sm" dir="ltr">
            {JSON.stringify(entry.details, null, 1)}
          </pre>
        </Details>
      ) : null}
    </>
  )
}

export function EntryTable({ frame, entries, query }: Props): VNode {
  const { t, dateTime } = frame.words
  return (
    <Table
      caption={t('trail.title')}
      hideCaption
      dense
      columns={[
        { key: 'at', header: t('trail.at') },
        { key: 'actor', header: t('trail.actor') },
        { key: 'event', header: t('trail.event') },
        { key: 'object', header: t('trail.object') },
        { key: 'more', header: t('trail.more') },
      ]}
      rows={entries.map((entry) => ({
        id: entry.id,
        cells: {
          at: <time dateTime={entry.at.toISOString()}>{dateTime(entry.at, trailZone)}</time>,
          actor: <Actor {...{ frame, entry, query }} />,
          event: (
            <>
              {nameEvent(frame, entry.event)}
              {entry.outcome === 'refused' ? (
                <div class="mt-1">
                  <StatusTag tone="warning" icon="ban">
                    {t('trail.outcome.refused')}
                  </StatusTag>
                </div>
              ) : null}
            </>
          ),
          object: <Matter {...{ frame, entry, query }} />,
          more: <More frame={frame} entry={entry} />,
        },
      }))}
    />
  )
}
