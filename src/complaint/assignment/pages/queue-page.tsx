import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  BackLink,
  Button,
  Checkbox,
  CheckboxGroup,
  ConsoleLayout,
  ErrorSummary,
  Form,
  PageHeading,
  SearchableSelect,
  sayProblems,
  TextField,
} from '../../../ui/index.ts'
import { longestName } from '../rules.ts'
import { paths, queueHref } from '../urls.ts'
import type { Option } from './views.ts'

type Props = {
  readonly frame: Frame
  /** null: a new team; the unit is chosen once. */
  readonly queue: { readonly id: string; readonly office: string } | null
  readonly offices: readonly Option[]
  readonly officers: readonly Option[]
  readonly typed: Readonly<Record<string, string>>
  readonly codes: Readonly<Record<string, string>>
}

/** A team: its name, its unit, and who belongs to it. */
export function QueuePage({ frame, queue, offices, officers, typed, codes }: Props): VNode {
  const { t } = frame.words
  const problems = sayProblems(frame, codes, 'assignment')
  const title = queue === null ? t('assignment.queue.add') : t('assignment.queue.edit')
  const shared = { frame, problems }
  return (
    <ConsoleLayout frame={frame} title={title} section="assignment" hasProblems={Object.keys(problems).length > 0}>
      <div class="stack max-w-3xl">
        <BackLink frame={frame} href={paths.rules} label={t('assignment.title')} />
        <ErrorSummary frame={frame} problems={problems} />
        <PageHeading lead={queue?.office}>{title}</PageHeading>
        <Form frame={frame} action={queue === null ? paths.newQueue : queueHref(queue.id)}>
          <TextField
            {...shared}
            name="name"
            label={t('assignment.queue.name')}
            width="medium"
            maxLength={longestName}
            value={typed['name']}
          />
          {queue === null ? (
            <SearchableSelect
              {...shared}
              name="office"
              label={t('assignment.office')}
              placeholder={t('assignment.choose')}
              options={offices}
              value={typed['office']}
              width="medium"
            />
          ) : (
            <>
              <Checkbox {...shared} name="active" label={t('assignment.queue.active')} checked={(typed['active'] ?? '') !== ''} />
              <CheckboxGroup
                {...shared}
                name="members"
                label={t('assignment.members')}
                hint={t('assignment.members.hint')}
                options={officers}
                values={(typed['members'] ?? '').split(',')}
              />
            </>
          )}
          <Button>{t('assignment.save')}</Button>
        </Form>
      </div>
    </ConsoleLayout>
  )
}
