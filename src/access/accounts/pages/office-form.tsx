import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  Checkbox,
  ConsoleLayout,
  ErrorSummary,
  Form,
  PageHeading,
  type Problems,
  Select,
  sayProblems,
  TextField,
} from '../../../ui/index.ts'
import { officeTypes, timeZones } from '../rules/administration.ts'

export type OfficeValues = {
  readonly code: string
  readonly name: string
  readonly type: string
  readonly class: string
  readonly city: string
  readonly province: string
  readonly timeZone: string
  readonly active: boolean
  readonly selectable: boolean
  readonly parent: string
}

type Props = {
  readonly frame: Frame
  readonly id: string | null
  readonly values: OfficeValues
  readonly codes: Readonly<Record<string, string>>
  readonly parents: readonly { readonly id: string; readonly name: string }[]
}
type FieldsProps = { readonly frame: Frame; readonly problems: Problems; readonly values: OfficeValues; readonly parents: Props['parents'] }

/** Code and type are chosen once: tickets were routed by them. */
function FixedFields({ frame, problems, values }: FieldsProps): VNode {
  const { t } = frame.words
  return (
    <>
      <TextField
        {...{ frame, problems }}
        name="code"
        label={t('accounts.office.code')}
        hint={t('accounts.office.code.hint')}
        value={values.code}
        width="medium"
        spellcheck={false}
        ltr
      />
      <Select
        {...{ frame, problems }}
        name="type"
        label={t('accounts.office.type')}
        value={values.type}
        width="medium"
        options={officeTypes.map((value) => ({ value, label: t(`accounts.office_type.${value}`) }))}
      />
    </>
  )
}

function Facts({ frame, problems, values, parents }: FieldsProps): VNode {
  const { t } = frame.words
  return (
    <>
      <TextField {...{ frame, problems }} name="name" label={t('accounts.office.name')} value={values.name} maxLength={160} />
      <TextField
        {...{ frame, problems }}
        name="class"
        label={t('accounts.office.class')}
        hint={t('accounts.office.class.hint')}
        value={values.class}
        width="medium"
        optional
      />
      <TextField {...{ frame, problems }} name="city" label={t('accounts.office.city')} value={values.city} width="medium" optional />
      <TextField
        {...{ frame, problems }}
        name="province"
        label={t('accounts.office.province')}
        value={values.province}
        width="medium"
        optional
      />
      <Select
        {...{ frame, problems }}
        name="timeZone"
        label={t('accounts.office.zone')}
        value={values.timeZone}
        width="medium"
        options={timeZones.map((value) => ({ value, label: t(`accounts.zone.${value}`) }))}
      />
      <Select
        {...{ frame, problems }}
        name="parent"
        label={t('accounts.office.parent')}
        hint={t('accounts.office.parent.hint')}
        value={values.parent}
        optional
        options={[{ value: '', label: t('accounts.office.parent.none') }, ...parents.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Checkbox
        {...{ frame, problems }}
        name="active"
        label={t('accounts.office.active')}
        hint={t('accounts.office.active.hint')}
        checked={values.active}
      />
      <Checkbox
        {...{ frame, problems }}
        name="selectable"
        label={t('accounts.office.selectable')}
        hint={t('accounts.office.selectable.hint')}
        checked={values.selectable}
      />
    </>
  )
}

export function OfficeFormPage({ frame, id, values, codes, parents }: Props): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  const title = id === null ? t('accounts.offices.add') : t('accounts.office.edit')
  return (
    <ConsoleLayout frame={frame} title={title} section="offices" hasProblems={Object.keys(problems).length > 0}>
      <BackLink frame={frame} href="/petugas/admin/kantor" label={t('accounts.offices.title')} />
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading caption={id === null ? undefined : `${values.code} · ${t(`accounts.office_type.${values.type}`)}`}>{title}</PageHeading>
      <div class="max-w-[40rem]">
        <Form frame={frame} action={id === null ? '/petugas/admin/kantor/baru' : `/petugas/admin/kantor/${id}`}>
          {id === null ? <FixedFields {...{ frame, problems, values, parents }} /> : null}
          <Facts {...{ frame, problems, values, parents }} />
          <ButtonGroup>
            <Button>{t('accounts.save')}</Button>
            <Button href="/petugas/admin/kantor" variant="quiet">
              {t('accounts.cancel')}
            </Button>
          </ButtonGroup>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
