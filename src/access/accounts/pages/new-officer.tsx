import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  ButtonGroup,
  ConsoleLayout,
  ErrorSummary,
  Form,
  PageHeading,
  type Problems,
  RadioGroup,
  sayProblems,
  TextField,
} from '../../../ui/index.ts'

export type OfficerValues = { readonly name: string; readonly email: string; readonly language: string }

type FieldsProps = { readonly frame: Frame; readonly problems: Problems; readonly values: OfficerValues }

export function OfficerFields({ frame, problems, values }: FieldsProps): VNode {
  const { t } = frame.words
  const options = (['id', 'en'] as const).map((value) => ({ value, label: t(`ui.language.${value}`) }))
  return (
    <>
      <TextField
        {...{ frame, problems }}
        name="name"
        label={t('accounts.name')}
        value={values.name}
        width="medium"
        maxLength={120}
        spellcheck={false}
      />
      <TextField
        {...{ frame, problems }}
        name="email"
        label={t('accounts.email')}
        type="email"
        value={values.email}
        width="medium"
        spellcheck={false}
        ltr
      />
      <RadioGroup
        {...{ frame, problems }}
        name="language"
        label={t('accounts.account.language')}
        options={options}
        value={values.language}
        inline
      />
    </>
  )
}

type Props = { readonly frame: Frame; readonly values: OfficerValues; readonly codes: Readonly<Record<string, string>> }

export function NewOfficerPage({ frame, values, codes }: Props): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'accounts')
  return (
    <ConsoleLayout frame={frame} title={t('accounts.officers.add')} section="officers" hasProblems={Object.keys(problems).length > 0}>
      <BackLink frame={frame} href="/petugas/admin/petugas" label={t('accounts.officers.title')} />
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading lead={t('accounts.officers.add.lead')}>{t('accounts.officers.add')}</PageHeading>
      <Form frame={frame} action="/petugas/admin/petugas/baru" reload>
        <OfficerFields {...{ frame, problems, values }} />
        <ButtonGroup>
          <Button>{t('accounts.officers.add.send')}</Button>
          <Button href="/petugas/admin/petugas" variant="quiet">
            {t('accounts.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </ConsoleLayout>
  )
}
