import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Card,
  Checkbox,
  CheckboxGroup,
  type Choice,
  ConsoleLayout,
  ErrorSummary,
  Form,
  InsetText,
  PageHeading,
  type Problems,
  Select,
  type SelectEntry,
  TextField,
} from '../../../ui/index.ts'
import { ShieldCards, type ShieldView } from './shield-cards.tsx'

export type NamingView = ShieldView & {
  readonly action: string
  readonly ticketHref: string
  readonly number: string
  readonly offices: readonly SelectEntry[]
  /** The unit whose people can be chosen. */
  readonly officeId: string | null
  readonly people: readonly Choice[]
  readonly chosen: readonly string[]
  readonly whole: boolean
  readonly typed: Readonly<Record<'name' | 'unit' | 'time', string>>
  readonly problems: Problems
}

type Props = { readonly frame: Frame; readonly view: NamingView }

function UnitChoice({ frame, view }: Props): VNode {
  const { t } = frame.words
  return (
    <Form frame={frame} method="get" action={view.action} label={t('conduct.unit.label')}>
      <Select
        frame={frame}
        name="kantor"
        id="kantor"
        label={t('conduct.unit.label')}
        placeholder={t('conduct.unit.choose')}
        options={view.offices}
        value={view.officeId ?? ''}
        width="medium"
      />
      <Button variant="secondary">{t('conduct.unit.show')}</Button>
    </Form>
  )
}

function UnitFields({ frame, view }: Props): VNode | null {
  const { t } = frame.words
  if (view.officeId === null) return null
  const field = { frame, problems: view.problems }
  return (
    <>
      {view.people.length === 0 ? (
        <InsetText>{t('conduct.people.none')}</InsetText>
      ) : (
        <CheckboxGroup {...field} name="officers" label={t('conduct.people.label')} optional options={view.people} values={view.chosen} />
      )}
      <Checkbox {...field} name="whole" label={t('conduct.whole.label')} hint={t('conduct.whole.hint')} checked={view.whole} />
    </>
  )
}

function NamingForm({ frame, view }: Props): VNode {
  const { t } = frame.words
  const { problems, typed, officeId } = view
  const field = { frame, problems, optional: true, width: 'medium' } as const
  return (
    <Form frame={frame} action={view.action} hidden={officeId === null ? {} : { office: officeId }} label={t('conduct.title')}>
      <UnitFields frame={frame} view={view} />
      <TextField {...field} name="name" label={t('conduct.name.label')} hint={t('conduct.name.hint')} value={typed.name} />
      <TextField {...field} name="unit" label={t('conduct.said_unit.label')} value={typed.unit} />
      <TextField {...field} name="time" label={t('conduct.time.label')} value={typed.time} />
      <Button icon="shield">{t('conduct.send')}</Button>
    </Form>
  )
}

/** Who is complained of, and from whom the ticket is kept because of it. */
export function NamingPage({ frame, view }: Props): VNode {
  const { t } = frame.words
  const title = t('conduct.title')
  const hasProblems = Object.keys(view.problems).length > 0
  return (
    <ConsoleLayout frame={frame} title={`${title} – ${view.number}`} section="inbox" hasProblems={hasProblems}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={view.problems} />
        <BackLink frame={frame} href={view.ticketHref} label={t('conduct.back', { number: view.number })} />
        <PageHeading caption={view.number} lead={t('conduct.lead')} size="medium">
          {title}
        </PageHeading>
        <ShieldCards frame={frame} view={view} />
        <Card title={t('conduct.form')}>
          <UnitChoice frame={frame} view={view} />
          <NamingForm frame={frame} view={view} />
        </Card>
      </div>
    </ConsoleLayout>
  )
}
