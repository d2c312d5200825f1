import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  ButtonGroup,
  CitizenLayout,
  ErrorSummary,
  Form,
  NoticeBanner,
  PageHeading,
  sayProblems,
  TextField,
} from '../../../ui/index.ts'
import { CodeField } from './password-fields.tsx'

type Codes = Readonly<Record<string, string>>

type SignInProps = {
  readonly frame: Frame
  readonly email: string
  /** Where to go on afterwards. */
  readonly back: string | null
  readonly codes: Codes
  /** E-mail and password do not fit, or too many tries: never says which. */
  readonly failed: boolean
  readonly signedOut: boolean
}

function hiddenBack(back: string | null): Readonly<Record<string, string>> {
  return back === null ? {} : { kembali: back }
}

export function SignInPage({ frame, email, back, codes, failed, signedOut }: SignInProps): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, failed ? { email: 'wrong' } : codes, 'accounts')
  return (
    <CitizenLayout frame={frame} title={t('accounts.sign_in.title')} hasProblems={Object.keys(problems).length > 0} personal>
      {signedOut ? (
        <NoticeBanner frame={frame} tone="success">
          <p>{t('accounts.notice.signed_out')}</p>
        </NoticeBanner>
      ) : null}
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('accounts.sign_in.lead')}>{t('accounts.sign_in.title')}</PageHeading>
      <div class="max-w-96">
        <Form frame={frame} action="/petugas/masuk" hidden={hiddenBack(back)} reload>
          <TextField
            {...{ frame, problems }}
            name="email"
            label={t('accounts.email')}
            type="email"
            autocomplete="username"
            value={email}
            spellcheck={false}
            ltr
          />
          <TextField
            {...{ frame, problems }}
            name="password"
            label={t('accounts.password')}
            type="password"
            autocomplete="current-password"
            ltr
          />
          <ButtonGroup>
            <Button>{t('accounts.sign_in.send')}</Button>
          </ButtonGroup>
        </Form>
      </div>
      <p class="text-muted">{t('accounts.sign_in.help')}</p>
    </CitizenLayout>
  )
}

type CodeProps = { readonly frame: Frame; readonly back: string | null; readonly codes: Codes }

export function CodePage({ frame, back, codes }: CodeProps): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  return (
    <CitizenLayout frame={frame} title={t('accounts.code.title')} hasProblems={Object.keys(problems).length > 0} personal>
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('accounts.code.lead')}>{t('accounts.code.title')}</PageHeading>
      <Form frame={frame} action="/petugas/masuk/kode" hidden={hiddenBack(back)} reload>
        <CodeField frame={frame} problems={problems} />
        <ButtonGroup>
          <Button>{t('accounts.code.send')}</Button>
          <Button href="/petugas/masuk" variant="quiet">
            {t('accounts.code.back')}
          </Button>
        </ButtonGroup>
      </Form>
      <p class="text-muted">{t('accounts.code.help')}</p>
    </CitizenLayout>
  )
}
