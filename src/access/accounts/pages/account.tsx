import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  ButtonGroup,
  Card,
  ConsoleLayout,
  DescriptionGrid,
  ErrorSummary,
  Form,
  PageHeading,
  type Problems,
  RadioGroup,
  StatusTag,
  sayProblems,
  TextField,
} from '../../../ui/index.ts'
import type { AccountView } from '../rules/views.ts'
import { DeviceTable, KeyTable } from './account-tables.tsx'
import { CodeField, NewPasswordFields, PasswordRules, PresentPasswordField } from './password-fields.tsx'
import { RoleLines } from './role-lines.tsx'

type Props = { readonly frame: Frame; readonly view: AccountView; readonly codes: Readonly<Record<string, string>> }
type PartProps = { readonly frame: Frame; readonly view: AccountView; readonly problems: Problems }

function Person({ frame, view }: Omit<PartProps, 'problems'>): VNode {
  const { t } = frame.words
  return (
    <Card title={t('accounts.account.person')} icon="user">
      <DescriptionGrid
        columns={2}
        items={[
          { term: t('accounts.name'), value: view.name },
          { term: t('accounts.email'), value: view.email },
          { term: t('accounts.roles'), value: <RoleLines frame={frame} roles={view.roles} /> },
        ]}
      />
      <p class="text-muted mt-3">{t('accounts.account.person.hint')}</p>
    </Card>
  )
}

function Language({ frame, view, problems }: PartProps): VNode {
  const { t } = frame.words
  const options = (['id', 'en'] as const).map((value) => ({ value, label: t(`ui.language.${value}`) }))
  return (
    <Card title={t('accounts.account.language')} icon="languages">
      <Form frame={frame} action="/petugas/akun/bahasa" reload>
        <RadioGroup
          {...{ frame, problems }}
          name="language"
          label={t('accounts.account.language.label')}
          options={options}
          value={view.language}
          inline
        />
        <Button variant="secondary">{t('accounts.save')}</Button>
      </Form>
    </Card>
  )
}

function Password({ frame, view, problems }: PartProps): VNode {
  const { t, date } = frame.words
  const administrator = view.roles.some(({ role }) => role === 'administrator')
  return (
    <Card title={t('accounts.account.password')} icon="lock">
      {view.passwordChangedAt === null ? null : (
        <p class="text-muted">{t('accounts.account.password.changed', { date: date(view.passwordChangedAt) })}</p>
      )}
      <Form frame={frame} action="/petugas/akun/sandi" reload>
        <PresentPasswordField frame={frame} problems={problems} name="present" />
        <PasswordRules frame={frame} administrator={administrator} />
        <NewPasswordFields frame={frame} problems={problems} />
        <p class="text-muted">{t('accounts.account.password.ends')}</p>
        <Button variant="secondary">{t('accounts.account.password.send')}</Button>
      </Form>
    </Card>
  )
}

function SecondFactor({ frame, view }: Omit<PartProps, 'problems'>): VNode {
  const { t } = frame.words
  return (
    <Card title={t('accounts.account.second_factor')} icon="shield-check">
      <p>
        {view.secondFactor ? (
          <StatusTag tone="success" icon="shield-check">
            {t('accounts.second_factor.on')}
          </StatusTag>
        ) : (
          <StatusTag tone="warning" icon="triangle-alert">
            {t('accounts.second_factor.off')}
          </StatusTag>
        )}
      </p>
      <p class="my-3">{t(view.secondFactor ? 'accounts.account.second_factor.on' : 'accounts.account.second_factor.off')}</p>
      <Button href="/petugas/akun/kode" variant={view.secondFactor ? 'secondary' : 'primary'}>
        {t(view.secondFactor ? 'accounts.account.second_factor.leave' : 'accounts.account.second_factor.enrol')}
      </Button>
    </Card>
  )
}

function Devices({ frame, view }: Omit<PartProps, 'problems'>): VNode {
  const { t } = frame.words
  return (
    <Card title={t('accounts.account.devices')} icon="smartphone">
      <p>{t('accounts.account.devices.hint')}</p>
      <DeviceTable frame={frame} devices={view.devices} />
      {view.devices.length > 1 ? (
        <div class="mt-4">
          <Form frame={frame} action="/petugas/akun/perangkat/akhiri-lain">
            <Button variant="warning">{t('accounts.account.devices.end_others')}</Button>
          </Form>
        </div>
      ) : null}
    </Card>
  )
}

function Keys({ frame, view, problems }: PartProps): VNode {
  const { t } = frame.words
  return (
    <Card title={t('accounts.account.keys')} icon="key-round" id="api">
      <p>{t('accounts.account.keys.hint')}</p>
      {view.keys.length === 0 ? (
        <p class="text-muted mt-3">{t('accounts.account.keys.none')}</p>
      ) : (
        <KeyTable frame={frame} keys={view.keys} />
      )}
      <div class="mt-4">
        <Form frame={frame} action="/petugas/akun/kunci" reload>
          <TextField
            {...{ frame, problems: { name: problems['keyName'] ?? '' } }}
            id="field-keyName"
            name="name"
            label={t('accounts.account.keys.name')}
            hint={t('accounts.account.keys.name.hint')}
            width="medium"
            maxLength={80}
          />
          <PresentPasswordField frame={frame} problems={{ password: problems['keyPassword'] ?? '' }} id="field-keyPassword" />
          {view.secondFactor ? <CodeField frame={frame} problems={{ code: problems['keyCode'] ?? '' }} id="field-keyCode" /> : null}
          <ButtonGroup>
            <Button variant="secondary" icon="plus">
              {t('accounts.account.keys.create')}
            </Button>
          </ButtonGroup>
        </Form>
      </div>
    </Card>
  )
}

export function AccountPage({ frame, view, codes }: Props): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  return (
    <ConsoleLayout frame={frame} title={t('accounts.account.title')} section="account" hasProblems={Object.keys(problems).length > 0}>
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading>{t('accounts.account.title')}</PageHeading>
      <div class="stack max-w-[52rem]">
        <Person frame={frame} view={view} />
        <Card title={t('accounts.absence.title')} icon="calendar-days" href="/petugas/akun/ketidakhadiran">
          <p class="text-muted">{t('accounts.absence.lead')}</p>
        </Card>
        <SecondFactor frame={frame} view={view} />
        <Password {...{ frame, view, problems }} />
        <Devices frame={frame} view={view} />
        <Language {...{ frame, view, problems }} />
        <Keys {...{ frame, view, problems }} />
      </div>
    </ConsoleLayout>
  )
}
