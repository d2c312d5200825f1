import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  ButtonGroup,
  Card,
  CodePanel,
  ConfirmationPanel,
  ConsoleLayout,
  NoticeBanner,
  PrintButton,
  PrintHeader,
} from '../../../ui/index.ts'
import { paths, ticketHref } from '../urls.ts'

export type RegisteredView = {
  readonly id: string
  readonly number: string
  /** null: it was registered before with the same form, and a code is shown once. */
  readonly accessCode: string | null
  readonly submittedAt: Date
  /** `YYYY-MM-DD`, as typed; null where it came in today. */
  readonly receivedOn: string | null
  readonly timeZone: string
  readonly promises: readonly { readonly kind: 'first_check' | 'completeness' | 'answer'; readonly dueAt: Date; readonly law: string }[]
  /** Whether the officer may see it where it went. */
  readonly visible: boolean
  readonly trackAddress: string
}

type Props = { readonly frame: Frame; readonly view: RegisteredView }

function Promises({ frame, view }: Props): VNode {
  const { t, date } = frame.words
  return (
    <Card title={t('casework.registered.promises')}>
      {view.receivedOn === null ? null : (
        <p>{t('casework.registered.received', { date: date(new Date(`${view.receivedOn}T00:00:00Z`), 'UTC') })}</p>
      )}
      <ul class="stack">
        {view.promises.map(({ kind, dueAt, law }) => (
          <li key={kind}>
            {t(`casework.registered.promise.${kind}`, { date: date(dueAt, view.timeZone) })} <span class="text-muted">({law})</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** The paper to hand over: number, code, what is promised, and where to follow it. */
export function RegisteredPage({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <ConsoleLayout frame={frame} title={t('casework.registered.title')} section="register">
      <div class="stack max-w-3xl">
        <PrintHeader frame={frame} title={t('casework.registered.title')} printedAt={view.submittedAt} timeZone={view.timeZone} />
        <ConfirmationPanel title={t('casework.registered.title')} numberLabel={t('casework.registered.number')} number={view.number} />
        {view.accessCode === null ? (
          <NoticeBanner frame={frame} tone="warning" title={t('casework.registered.repeated')} id="repeated">
            <p>{t('casework.registered.repeated.lead')}</p>
          </NoticeBanner>
        ) : (
          <CodePanel
            frame={frame}
            label={t('casework.registered.code')}
            code={view.accessCode}
            note={<p>{t('casework.registered.code.note')}</p>}
          />
        )}
        <Promises frame={frame} view={view} />
        <p>{t('casework.registered.track', { address: view.trackAddress })}</p>
        {view.visible ? null : <p>{t('casework.registered.elsewhere')}</p>}
        <div class="no-print">
          <ButtonGroup>
            <PrintButton frame={frame} />
            {view.visible ? (
              <Button variant="secondary" href={ticketHref(view.id)}>
                {t('casework.registered.open')}
              </Button>
            ) : null}
            <Button variant="secondary" href={paths.register}>
              {t('casework.registered.another')}
            </Button>
          </ButtonGroup>
        </div>
      </div>
    </ConsoleLayout>
  )
}
