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
  type Problems,
  StatusTag,
  Table,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { longestName, longestReason } from '../rules.ts'
import { fill, paths } from '../urls.ts'

type Body = {
  readonly id: string
  readonly nameId: string
  readonly nameEn: string
  readonly handlesId: string
  readonly handlesEn: string
  readonly contact: string
  readonly source: string
  readonly active: boolean
}

/** Every body that reports can be, or once could be, sent on to. */
export function BodiesPage({ frame, bodies }: { readonly frame: Frame; readonly bodies: readonly Body[] }): VNode {
  const { t, locale } = frame.words
  const rows = bodies.map(({ id, nameId, nameEn, handlesId, handlesEn, contact, active }) => ({
    id,
    cells: {
      name: <a href={fill(paths.body, id)}>{locale === 'id' ? nameId : nameEn}</a>,
      handles: locale === 'id' ? handlesId : handlesEn,
      contact: contact === '' ? <span class="text-muted">{t('scope.bodies.no_contact')}</span> : contact,
      state: <StatusTag tone={active ? 'success' : 'neutral'}>{t(active ? 'scope.bodies.active' : 'scope.bodies.retired')}</StatusTag>,
    },
  }))
  const columns = ['name', 'handles', 'contact', 'state'].map((key) => ({ key, header: t(`scope.bodies.${key}`) }))
  const add = (
    <Button href={paths.addBody} icon="plus">
      {t('scope.bodies.add')}
    </Button>
  )
  return (
    <ConsoleLayout frame={frame} title={t('scope.bodies')} section="bodies">
      <div class="stack">
        <PageHeading lead={t('scope.bodies.lead')} actions={add}>
          {t('scope.bodies')}
        </PageHeading>
        <Table caption={t('scope.bodies')} hideCaption dense columns={columns} rows={rows} />
      </div>
    </ConsoleLayout>
  )
}

type FormProps = {
  readonly frame: Frame
  readonly id: string | null
  readonly typed: Readonly<Record<string, string>>
  readonly problems: Problems
}

/** One body: how it is called, what it handles, how the public reaches it, and where that was taken from. */
export function BodyPage({ frame, id, typed, problems }: FormProps): VNode {
  const { t } = frame.words
  const title = t(id === null ? 'scope.bodies.add' : 'scope.bodies.edit')
  const field = { frame, problems } as const
  return (
    <ConsoleLayout frame={frame} title={title} section="bodies" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <ErrorSummary frame={frame} problems={problems} />
        <BackLink frame={frame} href={paths.bodies} label={t('scope.bodies')} />
        <PageHeading size="medium">{title}</PageHeading>
        <Form frame={frame} action={id === null ? paths.addBody : fill(paths.body, id)} label={title}>
          {(['nameId', 'nameEn'] as const).map((name) => (
            <TextField key={name} {...field} name={name} label={t(`scope.bodies.${name}`)} maxLength={longestName} value={typed[name]} />
          ))}
          {(['handlesId', 'handlesEn'] as const).map((name) => (
            <TextArea
              key={name}
              {...field}
              name={name}
              label={t(`scope.bodies.${name}`)}
              rows={2}
              maxLength={longestReason}
              value={typed[name]}
            />
          ))}
          <TextField
            {...field}
            name="contact"
            label={t('scope.contact')}
            hint={t('scope.contact.hint')}
            optional
            maxLength={longestReason}
            value={typed['contact']}
          />
          <TextField
            {...field}
            name="source"
            label={t('scope.source')}
            hint={t('scope.source.hint')}
            maxLength={longestReason}
            value={typed['source']}
          />
          <Checkbox {...field} name="active" label={t('scope.bodies.in_use')} checked={(typed['active'] ?? '') !== ''} />
          <Button>{t('scope.bodies.save')}</Button>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
