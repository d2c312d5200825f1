import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { BackLink, Button, ButtonGroup, ConsoleLayout, ErrorSummary, Form, PageHeading, sayProblems, TextField } from '../../../ui/index.ts'
import { PresentPasswordField } from './password-fields.tsx'

type Codes = Readonly<Record<string, string>>

type EnrolProps = {
  readonly frame: Frame
  readonly secret: string
  readonly seal: string
  /** The QR code as SVG, drawn by the server: no outside service ever sees the secret. */
  readonly drawing: string
  readonly codes: Codes
}

function groupSecret(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}

export function EnrolPage({ frame, secret, seal, drawing, codes }: EnrolProps): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  return (
    <ConsoleLayout frame={frame} title={t('accounts.enrol.title')} section="account" hasProblems={Object.keys(problems).length > 0}>
      <BackLink frame={frame} href="/petugas/akun" label={t('accounts.account.title')} />
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('accounts.enrol.lead')}>{t('accounts.enrol.title')}</PageHeading>
      <ol class="list-decimal ps-6 stack max-w-[44rem]">
        <li>{t('accounts.enrol.app')}</li>
        <li>
          <p>{t('accounts.enrol.scan')}</p>
          <div
            class="mt-3 w-52 rounded-box bg-white p-2"
            role="img"
            aria-label={t('accounts.enrol.picture')}
            // The one place with ready-made HTML: the drawing is made by the server from black squares alone
            dangerouslySetInnerHTML={{ __html: drawing }}
          />
          <p class="mt-3">{t('accounts.enrol.type')}</p>
          <p class="mt-1">
            <code class="font-mono break-words" dir="ltr" translate={false} id="totp-secret">
              {groupSecret(secret)}
            </code>
          </p>
        </li>
        <li>
          <p>{t('accounts.enrol.confirm')}</p>
          <div class="mt-3">
            <Form frame={frame} action="/petugas/akun/kode" hidden={{ seal }} reload>
              <TextField
                {...{ frame, problems }}
                name="code"
                label={t('accounts.code.label')}
                inputmode="numeric"
                autocomplete="one-time-code"
                width="short"
                spellcheck={false}
                ltr
              />
              <PresentPasswordField frame={frame} problems={problems} />
              <ButtonGroup>
                <Button>{t('accounts.enrol.send')}</Button>
              </ButtonGroup>
            </Form>
          </div>
        </li>
      </ol>
    </ConsoleLayout>
  )
}

export function LeavePage({ frame, codes }: { readonly frame: Frame; readonly codes: Codes }): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  return (
    <ConsoleLayout frame={frame} title={t('accounts.leave.title')} section="account" hasProblems={Object.keys(problems).length > 0}>
      <BackLink frame={frame} href="/petugas/akun" label={t('accounts.account.title')} />
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('accounts.leave.lead')}>{t('accounts.leave.title')}</PageHeading>
      <Form frame={frame} action="/petugas/akun/kode/lepas" reload>
        <PresentPasswordField frame={frame} problems={problems} />
        <ButtonGroup>
          <Button variant="warning">{t('accounts.leave.send')}</Button>
          <Button href="/petugas/akun" variant="quiet">
            {t('accounts.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </ConsoleLayout>
  )
}
