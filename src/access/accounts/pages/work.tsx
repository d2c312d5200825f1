import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Card,
  CheckboxGroup,
  ConsoleLayout,
  DateFields,
  ErrorSummary,
  Form,
  PageHeading,
  Select,
  sayProblems,
  Table,
} from '../../../ui/index.ts'
import type { WorkView } from '../rules/views.ts'
import { skills, spokenLanguages } from '../rules/work.ts'
import { TrainingCard } from './training.tsx'

type Props = {
  readonly frame: Frame
  readonly view: WorkView
  /** The officer's own page: what they can do is set by an administrator. */
  readonly own: boolean
  /** Fields of the absence as they were typed. */
  readonly typed: Readonly<Record<string, string>>
  readonly codes: Readonly<Record<string, string>>
  /** The form that was sent. */
  readonly form: 'absence' | 'training'
}

/** Where the forms of these pages are sent. */
function findBase({ own, view }: Pick<Props, 'own' | 'view'>): string {
  return own ? '/petugas/akun/ketidakhadiran' : `/petugas/admin/petugas/${view.id}/kerja`
}

function Abilities({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <Card title={t('accounts.work.abilities')} icon="user-check">
      <Form frame={frame} action={`/petugas/admin/petugas/${view.id}/kerja`}>
        <CheckboxGroup
          frame={frame}
          name="languages"
          label={t('accounts.work.languages')}
          options={spokenLanguages.map((language) => ({ value: language, label: t(`accounts.language.${language}`) }))}
          values={view.languages}
        />
        <CheckboxGroup
          frame={frame}
          name="skills"
          label={t('accounts.work.skills')}
          hint={t('accounts.work.skills.hint')}
          options={skills.map((skill) => ({ value: skill, label: t(`accounts.skill.${skill}`) }))}
          values={view.skills}
        />
        <Button variant="secondary">{t('accounts.save')}</Button>
      </Form>
    </Card>
  )
}

function AbsenceList(props: Props): VNode {
  const { frame, view } = props
  const { t, date } = frame.words
  if (view.absences.length === 0) return <p class="text-muted">{t('accounts.absence.none')}</p>
  const say = (day: string): string => date(new Date(`${day}T00:00:00Z`), 'UTC')
  return (
    <Table
      caption={t('accounts.absence.title')}
      hideCaption
      dense
      columns={[
        { key: 'from', header: t('accounts.absence.from') },
        { key: 'until', header: t('accounts.absence.until') },
        { key: 'deputy', header: t('accounts.absence.deputy') },
        { key: 'end', header: t('accounts.absence.remove') },
      ]}
      rows={view.absences.map(({ id, from, until, deputy }) => ({
        id,
        cells: {
          from: say(from),
          until: say(until),
          deputy: deputy ?? '–',
          end: (
            <Form frame={frame} action={`${findBase(props)}/${id}/hapus`} label={t('accounts.absence.remove')}>
              <Button variant="quiet" size="small" icon="x">
                {t('accounts.absence.remove')}
              </Button>
            </Form>
          ),
        },
      }))}
    />
  )
}

function Absences(props: Props): VNode {
  const { frame, view, own } = props
  const { t } = frame.words
  const typed = props.form === 'absence' ? props.typed : {}
  const codes = props.form === 'absence' ? props.codes : {}
  const problems = sayProblems(frame, codes, 'accounts')
  const day = (name: 'from' | 'until') => ({ day: typed[`${name}Day`], month: typed[`${name}Month`], year: typed[`${name}Year`] })
  return (
    <Card title={t('accounts.absence.title')} icon="calendar-days">
      <div class="stack">
        <p>{t('accounts.absence.lead')}</p>
        <AbsenceList {...props} />
        <Form frame={frame} action={own ? findBase(props) : `${findBase(props)}/ketidakhadiran`} label={t('accounts.absence.add')}>
          <DateFields {...{ frame, problems }} name="from" label={t('accounts.absence.from')} {...day('from')} />
          <DateFields {...{ frame, problems }} name="until" label={t('accounts.absence.until')} {...day('until')} />
          <Select
            {...{ frame, problems }}
            name="deputy"
            label={t('accounts.absence.deputy')}
            hint={t('accounts.absence.deputy.hint')}
            optional
            placeholder={t('accounts.absence.nobody')}
            options={view.deputies}
            value={typed['deputy'] ?? ''}
            width="medium"
          />
          <Button icon="plus">{t('accounts.absence.add')}</Button>
        </Form>
      </div>
    </Card>
  )
}

/** What an officer can do and when they are away; on the own page the second alone. */
export function WorkPage(props: Props): VNode {
  const { frame, view, own, codes, typed, form } = props
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  const title = own ? t('accounts.absence.title') : t('accounts.work.title', { name: view.name })
  return (
    <ConsoleLayout frame={frame} title={title} section={own ? 'account' : 'officers'} hasProblems={Object.keys(problems).length > 0}>
      <BackLink
        frame={frame}
        href={own ? '/petugas/akun' : `/petugas/admin/petugas/${view.id}`}
        label={own ? t('accounts.account.title') : view.name}
      />
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading>{title}</PageHeading>
      <div class="stack max-w-[52rem]">
        {own ? null : <Abilities {...props} />}
        <Absences {...props} />
        {own ? null : <TrainingCard frame={frame} view={view} sent={form === 'training' ? { typed, codes } : null} />}
      </div>
    </ConsoleLayout>
  )
}
