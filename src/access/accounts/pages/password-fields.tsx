import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { type Problems, TextField } from '../../../ui/index.ts'
import { passwordLength, rememberedPasswords } from '../rules/passwords.ts'

type PresentProps = { readonly frame: Frame; readonly problems: Problems; readonly name?: string; readonly id?: string }

/** What is asked once more before something that outlives the session. */
export function PresentPasswordField({ frame, problems, name = 'password', id }: PresentProps): VNode {
  return (
    <TextField
      {...{ frame, problems, name }}
      {...(id === undefined ? {} : { id })}
      label={frame.words.t('accounts.account.password.present')}
      type="password"
      autocomplete="current-password"
      width="medium"
      ltr
    />
  )
}

/** The code of the second step. */
export function CodeField({ frame, problems, id }: Omit<PresentProps, 'name'>): VNode {
  const { t } = frame.words
  return (
    <TextField
      {...{ frame, problems }}
      {...(id === undefined ? {} : { id })}
      name="code"
      label={t('accounts.code.label')}
      hint={t('accounts.code.hint')}
      inputmode="numeric"
      autocomplete="one-time-code"
      width="short"
      spellcheck={false}
      ltr
    />
  )
}

export function NewPasswordFields({ frame, problems }: { readonly frame: Frame; readonly problems: Problems }): VNode {
  const { t } = frame.words
  return (
    <>
      <TextField
        {...{ frame, problems }}
        name="next"
        label={t('accounts.new_password.label')}
        type="password"
        autocomplete="new-password"
        width="medium"
        ltr
      />
      <TextField
        {...{ frame, problems }}
        name="again"
        label={t('accounts.new_password.again')}
        type="password"
        autocomplete="new-password"
        width="medium"
        ltr
      />
    </>
  )
}

/** The rules before the fields, so that nobody learns them one refusal at a time. */
export function PasswordRules({ frame, administrator }: { readonly frame: Frame; readonly administrator: boolean }): VNode {
  const { t } = frame.words
  const count = administrator ? passwordLength.administrator : passwordLength.officer
  return (
    <ul class="list-disc ps-5">
      <li>{t('accounts.rules.length', { count })}</li>
      <li>{t('accounts.rules.own')}</li>
      <li>{t('accounts.rules.common')}</li>
      <li>{t('accounts.rules.last', { count: rememberedPasswords })}</li>
    </ul>
  )
}
