import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  ButtonGroup,
  CitizenLayout,
  CodePanel,
  ConfirmationPanel,
  PrintButton,
  PrintHeader,
  WarningText,
} from '../../../ui/index.ts'
import { receiptTextUrl } from '../urls.ts'

/** A QR code as one drawing: `size` modules a side, `path` its dark ones. */
export type QrDrawing = { readonly size: number; readonly path: string }

export type ReceiptView = {
  readonly number: string
  readonly accessCode: string | null
  readonly submittedAt: Date
  readonly timeZone: string
  readonly unit: string
  readonly mailed: boolean
  readonly promises: readonly { readonly what: string; readonly by: string; readonly law: string }[]
  readonly numberQr: QrDrawing
  readonly codeQr: QrDrawing | null
  /** Minutes in which this browser may show the code again. */
  readonly codeMinutes: number
}

type Props = { readonly frame: Frame; readonly view: ReceiptView }

/** Black on white in every theme: a camera must read it. */
function Qr({ drawing, label }: { readonly drawing: QrDrawing; readonly label: string }): VNode {
  const side = drawing.size + 8
  return (
    <figure class="w-36">
      <svg class="size-36 rounded" viewBox={`-4 -4 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
        <rect x="-4" y="-4" width={side} height={side} fill="#fff" />
        <path d={drawing.path} fill="#000" />
      </svg>
      <figcaption class="mt-2 text-base text-muted">{label}</figcaption>
    </figure>
  )
}

function Code({ frame, view }: Props): VNode {
  const { t } = frame.words
  if (view.accessCode === null)
    return (
      <section class="panel">
        <h2>{t('intake.receipt.code_gone')}</h2>
        <p>{t('intake.receipt.code_gone_hint')}</p>
      </section>
    )
  const note = (
    <>
      <p>{t('intake.receipt.code_note')}</p>
      <p>{t('intake.receipt.code_once', { minutes: view.codeMinutes })}</p>
    </>
  )
  return (
    <>
      <CodePanel frame={frame} label={t('intake.receipt.code')} code={view.accessCode} note={note} />
      <WarningText frame={frame}>{t('intake.receipt.code_warning')}</WarningText>
    </>
  )
}

function Drawings({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <div class="flex flex-wrap gap-x-4 gap-y-6 sm:gap-x-10">
      <Qr drawing={view.numberQr} label={t('intake.receipt.number_qr')} />
      {view.codeQr === null ? null : <Qr drawing={view.codeQr} label={t('intake.receipt.code_qr')} />}
    </div>
  )
}

function Promises({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <section>
      <h2>{t('intake.receipt.next')}</h2>
      <p class="mt-2">{t('intake.receipt.unit', { unit: view.unit })}</p>
      <ol class="mt-4 space-y-4">
        {view.promises.map(({ what, by, law }) => (
          <li key={what} class="border-s-4 border-gold ps-4">
            <strong class="block">{what}</strong>
            <span class="block">{by}</span>
            <span class="block text-base text-muted">{law}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

export function ReceiptPage({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('intake.receipt.title')} personal>
      <PrintHeader frame={frame} title={t('intake.receipt.title')} />
      <ConfirmationPanel title={t('intake.receipt.title')} numberLabel={t('intake.receipt.number')} number={view.number}>
        <p>{t('intake.receipt.at', { at: frame.words.dateTime(view.submittedAt, view.timeZone) })}</p>
      </ConfirmationPanel>
      <Code frame={frame} view={view} />
      <ButtonGroup>
        <Button variant="secondary" href={receiptTextUrl} icon="download" download>
          {t('intake.receipt.save')}
        </Button>
        <PrintButton frame={frame} />
      </ButtonGroup>
      <Drawings frame={frame} view={view} />
      <Promises frame={frame} view={view} />
      <section class="prose">
        <h2>{t('intake.receipt.follow')}</h2>
        <p>{t('intake.receipt.follow_how')}</p>
        <p>
          {/* In full: on paper there is nothing to press. */}
          {t('intake.receipt.track')}: <a href="/lacak">{`${frame.publicUrl}/lacak`}</a>
        </p>
        <p>{view.mailed ? t('intake.receipt.mailed') : t('intake.receipt.not_mailed')}</p>
      </section>
      <ButtonGroup>
        <Button href="/lacak">{t('intake.receipt.track')}</Button>
        <Button href="/" variant="quiet">
          {t('intake.receipt.home')}
        </Button>
      </ButtonGroup>
    </CitizenLayout>
  )
}
