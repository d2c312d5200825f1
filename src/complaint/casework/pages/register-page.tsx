import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  ButtonGroup,
  Card,
  CheckboxGroup,
  ConsoleLayout,
  DateFields,
  Details,
  ErrorSummary,
  FileField,
  Form,
  PageHeading,
  type Problems,
  RadioGroup,
  SearchableSelect,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { deskChannels, kinds, reportLimits, reportRelations } from '../rules.ts'
import { paths } from '../urls.ts'
import { Accused } from './register-accused.tsx'
import type { Option, OptionGroup } from './views.ts'

export type RegisterView = {
  readonly offices: readonly OptionGroup[]
  readonly categories: readonly OptionGroup[]
  readonly languages: readonly Option[]
  readonly typed: Readonly<Record<string, string>>
  /** Ticked boxes. */
  readonly wishes: readonly string[]
  readonly problems: Problems
  readonly idempotencyKey: string
}

type Props = { readonly frame: Frame; readonly view: RegisterView }

function Words({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { typed, problems } = view
  return (
    <>
      <TextArea
        frame={frame}
        problems={problems}
        name="text"
        label={t('casework.register.text')}
        hint={t('casework.register.text.hint')}
        rows={6}
        maxLength={reportLimits.text}
        value={typed['text']}
      />
      <TextArea
        frame={frame}
        problems={problems}
        name="wish"
        label={t('casework.wish')}
        optional
        rows={2}
        maxLength={reportLimits.wish}
        value={typed['wish']}
      />
    </>
  )
}

/** By which way it came, and when. */
function Arrival({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { typed, problems } = view
  return (
    <>
      <RadioGroup
        frame={frame}
        problems={problems}
        name="channel"
        label={t('casework.register.channel')}
        inline
        options={deskChannels.map((value) => ({ value, label: t(`casework.channel.${value}`) }))}
        value={typed['channel']}
      />
      <DateFields
        frame={frame}
        problems={problems}
        name="received"
        label={t('casework.register.received')}
        hint={t('casework.register.received.hint')}
        optional
        day={typed['receivedDay']}
        month={typed['receivedMonth']}
        year={typed['receivedYear']}
      />
    </>
  )
}

function Matter({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { typed, problems } = view
  return (
    <Card title={t('casework.register.matter')}>
      <div class="stack">
        <Arrival frame={frame} view={view} />
        <Select
          frame={frame}
          problems={problems}
          name="kind"
          label={t('casework.filter.kind')}
          options={kinds.map((value) => ({ value, label: t(`record.kind.${value}`) }))}
          value={typed['kind'] ?? 'complaint'}
          width="medium"
        />
        <SearchableSelect
          frame={frame}
          problems={problems}
          name="category"
          label={t('casework.fact.category')}
          placeholder={t('casework.choose')}
          options={view.categories}
          value={typed['category'] ?? ''}
        />
        <SearchableSelect
          frame={frame}
          problems={problems}
          name="office"
          label={t('casework.fact.concerned')}
          hint={t('casework.register.office.hint')}
          placeholder={t('casework.register.office.unknown')}
          options={view.offices}
          value={typed['office'] ?? ''}
        />
        <Accused frame={frame} view={view} />
        <Words frame={frame} view={view} />
        <FileField
          frame={frame}
          problems={problems}
          name="files"
          label={t('casework.register.files')}
          hint={t('casework.register.files.hint', { count: reportLimits.files })}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          multiple
          optional
        />
      </div>
    </Card>
  )
}

function Wishes({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <CheckboxGroup
      frame={frame}
      problems={view.problems}
      name="wishes"
      label={t('casework.register.wishes')}
      options={['anonymous', 'secret', 'unidentified'].map((value) => ({
        value,
        label: t(`casework.register.${value}`),
        hint: t(`casework.register.${value}.hint`),
      }))}
      values={view.wishes}
    />
  )
}

function Person({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { typed, problems } = view
  return (
    <Card title={t('casework.fact.person')}>
      <div class="stack">
        <TextField
          frame={frame}
          problems={problems}
          name="name"
          label={t('casework.register.name')}
          optional
          autocomplete="off"
          spellcheck={false}
          width="medium"
          value={typed['name']}
        />
        <TextField
          frame={frame}
          problems={problems}
          name="phone"
          label={t('casework.register.phone')}
          optional
          type="tel"
          autocomplete="off"
          ltr
          width="medium"
          value={typed['phone']}
        />
        <TextField
          frame={frame}
          problems={problems}
          name="email"
          label={t('casework.register.email')}
          optional
          type="email"
          autocomplete="off"
          ltr
          width="medium"
          value={typed['email']}
        />
        <Select
          frame={frame}
          problems={problems}
          name="language"
          label={t('casework.fact.language')}
          options={view.languages}
          value={typed['language'] ?? 'id'}
          width="medium"
        />
        <Wishes frame={frame} view={view} />
      </div>
    </Card>
  )
}

function Circumstances({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { typed, problems } = view
  const given = ['happenedDay', 'happenedMonth', 'happenedYear', 'happenedAt', 'relation'].some((name) => (typed[name] ?? '') !== '')
  return (
    <Details summary={t('casework.register.more')} open={given}>
      <div class="stack">
        <DateFields
          frame={frame}
          problems={problems}
          name="happened"
          label={t('casework.fact.happened_on')}
          optional
          day={typed['happenedDay']}
          month={typed['happenedMonth']}
          year={typed['happenedYear']}
        />
        <TextField
          frame={frame}
          problems={problems}
          name="happenedAt"
          label={t('casework.fact.happened_at')}
          optional
          maxLength={reportLimits.happenedAt}
          value={typed['happenedAt']}
        />
        <Select
          frame={frame}
          problems={problems}
          name="relation"
          label={t('casework.fact.relation')}
          placeholder={t('casework.register.self')}
          options={reportRelations.map((value) => ({ value, label: t(`record.relation.${value}`) }))}
          value={typed['relation'] ?? ''}
          width="medium"
        />
      </div>
    </Details>
  )
}

/** What somebody says on the phone, at the counter or in a letter, on one page and in under a minute. */
export function RegisterPage({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <ConsoleLayout
      frame={frame}
      title={t('casework.register.title')}
      section="register"
      hasProblems={Object.keys(view.problems).length > 0}
    >
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={view.problems} />
        <PageHeading lead={t('casework.register.lead')}>{t('casework.register.title')}</PageHeading>
        <Form frame={frame} action={paths.register} idempotencyKey={view.idempotencyKey} multipart reload>
          <Matter frame={frame} view={view} />
          <Person frame={frame} view={view} />
          <Circumstances frame={frame} view={view} />
          <ButtonGroup>
            <Button icon="check">{t('casework.register.send')}</Button>
            <Button variant="secondary" href={paths.inbox}>
              {t('casework.cancel')}
            </Button>
          </ButtonGroup>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
