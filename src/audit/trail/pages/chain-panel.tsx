import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Card, Form, StatusTag } from '../../../ui/index.ts'
import type { ChainView, CheckView } from '../rules/chain.ts'
import { trailZone } from '../rules/filter.ts'

type Props = { readonly frame: Frame; readonly chain: ChainView }

function Running({ frame, check }: { readonly frame: Frame; readonly check: CheckView }): VNode {
  const { t } = frame.words
  return (
    <>
      <StatusTag tone="info" icon="hourglass">
        {t('trail.check.running')}
      </StatusTag>
      <p>
        <progress class="progress" max={Math.max(1, check.total)} value={check.position} aria-label={t('trail.check.running')} />
      </p>
      <p>
        {t('trail.check.progress', { done: check.position, total: check.total })} <a href="/petugas/jejak">{t('trail.check.reload')}</a>
      </p>
    </>
  )
}

function Broken({ frame, check }: { readonly frame: Frame; readonly check: CheckView }): VNode {
  const { t, dateTime } = frame.words
  return (
    <div role="alert">
      <StatusTag tone="danger" icon="triangle-alert">
        {t('trail.check.broken', { position: check.position })}
      </StatusTag>
      <p>{t(`trail.fault.${check.fault ?? 'changed'}`)}</p>
      <p class="text-muted">
        {t('trail.check.entry')}{' '}
        <code class="font-mono break-all" dir="ltr">
          {check.entryId}
        </code>
        {' · '}
        {dateTime(check.startedAt, trailZone)}
      </p>
    </div>
  )
}

function Finding({ frame, check }: { readonly frame: Frame; readonly check: CheckView | null }): VNode {
  const { t, dateTime } = frame.words
  if (check === null) return <p class="text-muted">{t('trail.check.never')}</p>
  if (check.intact === null) return <Running frame={frame} check={check} />
  if (!check.intact) return <Broken frame={frame} check={check} />
  return (
    <>
      <StatusTag tone="success" icon="shield-check">
        {t('trail.check.intact', { count: check.position })}
      </StatusTag>
      <p class="text-muted">{t('trail.check.when', { at: dateTime(check.startedAt, trailZone), by: check.startedBy ?? '' })}</p>
    </>
  )
}

/** Whether the trail is whole, and a way to find out again. */
export function ChainPanel({ frame, chain }: Props): VNode {
  const { t } = frame.words
  return (
    <Card title={t('trail.chain')} icon="link">
      <div class="stack">
        <p>{t('trail.chain.length', { linked: chain.linked, pending: chain.pending })}</p>
        <Finding frame={frame} check={chain.check} />
        <Form frame={frame} action="/petugas/jejak/periksa">
          <Button variant="secondary" icon="shield-check">
            {t('trail.check.start')}
          </Button>
        </Form>
      </div>
    </Card>
  )
}
