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
  RadioGroup,
  sayProblems,
  TextField,
} from '../../../ui/index.ts'
import { confidentialities, ticketClasses } from '../rules/categories.ts'

export type CategoryValues = {
  readonly nameId: string
  readonly nameEn: string
  readonly class: string
  readonly confidentiality: string
  readonly active: boolean
}

type Props = {
  readonly frame: Frame
  /** null: a new category, whose code is `typed`. */
  readonly code: string | null
  readonly typed: string
  readonly values: CategoryValues
  readonly codes: Readonly<Record<string, string>>
}

const list = '/petugas/admin/kategori'

function Facts({
  frame,
  problems,
  values,
}: {
  readonly frame: Frame
  readonly problems: Problems
  readonly values: CategoryValues
}): VNode {
  const { t } = frame.words
  return (
    <>
      <TextField {...{ frame, problems }} name="nameId" label={t('record.category.name_id')} value={values.nameId} maxLength={160} />
      <TextField {...{ frame, problems }} name="nameEn" label={t('record.category.name_en')} value={values.nameEn} maxLength={160} />
      <RadioGroup
        {...{ frame, problems }}
        name="class"
        label={t('record.category.class')}
        hint={t('record.category.class.hint')}
        options={ticketClasses.map((value) => ({ value, label: t(`record.class.${value}`) }))}
        value={values.class}
      />
      <RadioGroup
        {...{ frame, problems }}
        name="confidentiality"
        label={t('record.category.confidentiality')}
        options={confidentialities.map((value) => ({
          value,
          label: t(`record.confidentiality.${value}`),
          hint: t(`record.confidentiality.${value}.hint`),
        }))}
        value={values.confidentiality}
      />
      <Checkbox
        {...{ frame, problems }}
        name="active"
        label={t('record.category.active.label')}
        hint={t('record.category.active.hint')}
        checked={values.active}
      />
    </>
  )
}

export function CategoryFormPage({ frame, code, typed, values, codes }: Props): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'record')
  const title = t(code === null ? 'record.categories.add' : 'record.category.edit')
  return (
    <ConsoleLayout frame={frame} title={title} section="categories" hasProblems={Object.keys(problems).length > 0}>
      <BackLink frame={frame} href={list} label={t('record.categories.title')} />
      <ErrorSummary frame={frame} problems={problems} />
      <PageHeading caption={code ?? undefined}>{title}</PageHeading>
      <div class="max-w-[40rem]">
        <Form frame={frame} action={code === null ? `${list}/baru` : `${list}/${code}`}>
          {code === null ? (
            <TextField
              {...{ frame, problems }}
              name="code"
              label={t('record.category.code')}
              hint={t('record.category.code.hint')}
              value={typed}
              width="short"
              spellcheck={false}
              ltr
            />
          ) : null}
          <Facts {...{ frame, problems, values }} />
          <ButtonGroup>
            <Button>{t('record.category.save')}</Button>
            <Button href={list} variant="quiet">
              {t('record.category.cancel')}
            </Button>
          </ButtonGroup>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
