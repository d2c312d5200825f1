import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Card,
  ConsoleLayout,
  ErrorSummary,
  Form,
  PageHeading,
  type Problems,
  StatusTag,
  sayProblems,
} from '../../../ui/index.ts'
import type { Office, OfficerView } from '../rules/views.ts'
import { OfficerFields } from './new-officer.tsx'
import { ActiveTag } from './offices.tsx'
import { RoleTable } from './role-table.tsx'

type Props = {
  readonly frame: Frame
  readonly view: OfficerView
  readonly offices: readonly Office[]
  /** The administrator looks at themselves. */
  readonly own: boolean
  readonly codes: Readonly<Record<string, string>>
}

type VerbProps = {
  readonly frame: Frame
  readonly action: string
  readonly title: string
  readonly hint: string
  readonly button: string
  readonly problem?: string | undefined
  readonly id: string
  readonly hidden?: Readonly<Record<string, string>>
  readonly reload?: boolean
}

/** One weighty thing that can be done to an account, with what it means. */
function Verb({ frame, action, title, hint, button, problem, id, hidden = {}, reload = false }: VerbProps): VNode {
  return (
    <div class="border-t border-line pt-4">
      <h3>{title}</h3>
      <p class="text-muted">{hint}</p>
      {problem === undefined ? null : (
        <p class="field-problem" id={`field-${id}`}>
          {problem}
        </p>
      )}
      <div class="mt-2">
        <Form frame={frame} action={action} hidden={hidden} reload={reload}>
          <Button variant="secondary" confirm={hint}>
            {button}
          </Button>
        </Form>
      </div>
    </div>
  )
}

type SafetyProps = { readonly frame: Frame; readonly view: OfficerView; readonly own: boolean; readonly problems: Problems }

function Safety({ frame, view, own, problems }: SafetyProps): VNode {
  const { t } = frame.words
  const at = (verb: string) => `/petugas/admin/petugas/${view.id}/${verb}`
  const verb = (name: string) => ({
    title: t(`accounts.verb.${name}`),
    hint: t(`accounts.verb.${name}.hint`),
    button: t(`accounts.verb.${name}`),
  })
  return (
    <Card title={t('accounts.officer.safety')} icon="shield">
      <div class="stack">
        {own ? null : <Verb frame={frame} id="link" action={at('sandi')} {...verb('renew_password')} problem={problems['link']} reload />}
        {view.secondFactor ? <Verb frame={frame} id="second_factor" action={at('kode')} {...verb('reset_second_factor')} /> : null}
        {view.sessions > 0 ? <Verb frame={frame} id="sessions" action={at('sesi')} {...verb('end_sessions')} /> : null}
        {view.active ? (
          <p class="border-t border-line pt-4">
            <a href={`/petugas/admin/petugas/${view.id}/serah-terima`}>{t('accounts.officer.hand_over')}</a>
          </p>
        ) : null}
        {view.active ? (
          <Verb frame={frame} id="active" action={at('keadaan')} {...verb('switch_off')} problem={problems['active']} />
        ) : (
          <Verb
            frame={frame}
            id="active"
            action={at('keadaan')}
            {...verb('switch_on')}
            problem={problems['active']}
            hidden={{ active: 'yes' }}
          />
        )}
      </div>
    </Card>
  )
}

function Tags({ frame, view }: { readonly frame: Frame; readonly view: OfficerView }): VNode {
  const { t } = frame.words
  return (
    <div class="flex flex-wrap gap-2">
      <ActiveTag frame={frame} active={view.active} />
      {view.secondFactor ? (
        <StatusTag tone="success" icon="shield-check">
          {t('accounts.second_factor.on')}
        </StatusTag>
      ) : (
        <StatusTag tone="warning" icon="triangle-alert">
          {t('accounts.second_factor.off')}
        </StatusTag>
      )}
      {view.hasPassword ? null : <StatusTag tone="warning">{t('accounts.officer.no_password')}</StatusTag>}
      <StatusTag>{t('accounts.officer.sessions', { count: view.sessions })}</StatusTag>
      {view.demo ? <StatusTag tone="gold">{t('accounts.officer.demo')}</StatusTag> : null}
    </div>
  )
}

export function OfficerPage({ frame, view, offices, own, codes }: Props): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  return (
    <ConsoleLayout frame={frame} title={view.name} section="officers" hasProblems={Object.keys(problems).length > 0}>
      <BackLink frame={frame} href="/petugas/admin/petugas" label={t('accounts.officers.title')} />
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading>{view.name}</PageHeading>
      <Tags frame={frame} view={view} />
      <Card title={t('accounts.roles')} icon="users">
        <p>{t('accounts.role.hint')}</p>
        <RoleTable frame={frame} officerId={view.id} roles={view.roles} offices={offices} problems={problems} />
      </Card>
      <Card title={t('accounts.officer.facts')} icon="user">
        <Form frame={frame} action={`/petugas/admin/petugas/${view.id}`}>
          <OfficerFields frame={frame} problems={problems} values={view} />
          <Button variant="secondary">{t('accounts.save')}</Button>
        </Form>
      </Card>
      <Card title={t('accounts.work.link')} icon="user-check" href={`/petugas/admin/petugas/${view.id}/kerja`}>
        <p class="text-muted">{t('accounts.work.link.hint')}</p>
      </Card>
      <Safety {...{ frame, view, own, problems }} />
    </ConsoleLayout>
  )
}
