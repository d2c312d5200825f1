import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Checkbox,
  ConsoleLayout,
  ErrorSummary,
  Form,
  PageHeading,
  RadioGroup,
  SearchableSelect,
  Select,
  sayProblems,
  TextField,
} from '../../../ui/index.ts'
import { kinds, longestName, skills, spokenLanguages } from '../rules.ts'
import { paths, ruleHref } from '../urls.ts'
import type { Choices } from './views.ts'

type Props = {
  readonly frame: Frame
  /** null: a new rule. */
  readonly id: string | null
  readonly typed: Readonly<Record<string, string>>
  readonly codes: Readonly<Record<string, string>>
  readonly choices: Choices
}

type FieldsProps = Props & { readonly problems: ReturnType<typeof sayProblems> }

function When({ frame, typed, problems, choices }: FieldsProps): VNode {
  const { t } = frame.words
  const shared = { frame, problems, placeholder: t('assignment.any'), width: 'medium' } as const
  return (
    <fieldset class="stack">
      <legend class="font-bold">{t('assignment.when')}</legend>
      <SearchableSelect {...shared} name="office" label={t('assignment.office')} options={choices.offices} value={typed['office']} />
      <Select {...shared} name="category" label={t('assignment.category')} options={choices.categories} value={typed['category']} />
      <Select
        {...shared}
        name="language"
        label={t('assignment.language')}
        options={spokenLanguages.map((value) => ({ value, label: t(`accounts.language.${value}`) }))}
        value={typed['language']}
      />
      <Select
        {...shared}
        name="kind"
        label={t('assignment.kind')}
        options={kinds.map((value) => ({ value, label: t(`record.kind.${value}`) }))}
        value={typed['kind']}
      />
    </fieldset>
  )
}

function People({ frame, typed, problems }: FieldsProps): VNode {
  const { t } = frame.words
  return (
    <>
      <Select
        {...{ frame, problems }}
        name="skill"
        label={t('assignment.skill')}
        placeholder={t('assignment.any')}
        options={skills.map((value) => ({ value, label: t(`accounts.skill.${value}`) }))}
        value={typed['skill']}
        width="medium"
      />
      <Checkbox {...{ frame, problems }} name="speaks" label={t('assignment.speaks')} checked={(typed['speaks'] ?? '') !== ''} />
      <TextField
        {...{ frame, problems }}
        name="most"
        label={t('assignment.most')}
        hint={t('assignment.most.hint')}
        optional
        inputmode="numeric"
        width="tiny"
        value={typed['most']}
      />
    </>
  )
}

function Target(props: FieldsProps): VNode {
  const { frame, typed, problems, choices } = props
  const { t } = frame.words
  const shared = { frame, problems, placeholder: t('assignment.choose'), width: 'medium' } as const
  return (
    <RadioGroup
      {...{ frame, problems }}
      name="target"
      label={t('assignment.target')}
      value={typed['target'] ?? 'people'}
      options={[
        { value: 'people', label: t('assignment.target.people'), more: <People {...props} /> },
        {
          value: 'person',
          label: t('assignment.target.person'),
          more: (
            <SearchableSelect
              {...shared}
              name="officer"
              label={t('assignment.officer')}
              options={choices.officers}
              value={typed['officer']}
            />
          ),
        },
        {
          value: 'queue',
          label: t('assignment.target.queue'),
          more: <Select {...shared} name="queue" label={t('assignment.queue')} options={choices.queues} value={typed['queue']} />,
        },
      ]}
    />
  )
}

/** One rule, new or to be changed. */
export function RulePage(props: Props): VNode {
  const { frame, id, typed, codes } = props
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'assignment')
  const title = id === null ? t('assignment.rule.add') : t('assignment.rule.edit')
  return (
    <ConsoleLayout frame={frame} title={title} section="assignment" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <BackLink frame={frame} href={paths.rules} label={t('assignment.title')} />
        <ErrorSummary frame={frame} problems={problems} />
        <PageHeading>{title}</PageHeading>
        <Form frame={frame} action={id === null ? paths.newRule : ruleHref(id)}>
          <TextField
            {...{ frame, problems }}
            name="name"
            label={t('assignment.name')}
            hint={t('assignment.name.hint')}
            width="medium"
            maxLength={longestName}
            value={typed['name']}
          />
          <TextField
            {...{ frame, problems }}
            name="position"
            label={t('assignment.position')}
            hint={t('assignment.position.hint')}
            inputmode="numeric"
            width="tiny"
            value={typed['position']}
          />
          <Checkbox {...{ frame, problems }} name="active" label={t('assignment.active')} checked={(typed['active'] ?? '') !== ''} />
          <When {...props} problems={problems} />
          <Target {...props} problems={problems} />
          <Button>{t('assignment.save')}</Button>
        </Form>
        {id === null ? null : (
          <Form frame={frame} action={`${ruleHref(id)}/hapus`} label={t('assignment.rule.delete')}>
            <Button variant="warning" confirm={t('assignment.rule.delete.confirm')}>
              {t('assignment.rule.delete')}
            </Button>
          </Form>
        )}
      </div>
    </ConsoleLayout>
  )
}
