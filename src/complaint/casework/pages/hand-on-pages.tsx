import type { VNode } from 'preact'
import { Form, InsetText, Select, TextArea } from '../../../ui/index.ts'
import { longestReason } from '../rules.ts'
import { verbHref } from '../urls.ts'
import { DeedButtons, DeedPage, type DeedProps } from './deed-page.tsx'
import type { Option } from './views.ts'

/** Giving a ticket to a colleague, with a word if one is needed. */
export function AssignPage(props: DeedProps & { readonly colleagues: readonly Option[]; readonly assignee: string | null }): VNode {
  const { frame, head, typed, problems, colleagues, assignee } = props
  const { t } = frame.words
  const lead = assignee === null ? t('casework.assign.lead.nobody') : t('casework.assign.lead.somebody', { officer: assignee })
  const none = colleagues.length === 0
  return (
    <DeedPage {...props} title={t('casework.verb.assign')} lead={lead}>
      {none ? <InsetText>{t('casework.assign.none')}</InsetText> : null}
      <Form frame={frame} action={verbHref(head.id, 'assign')} hidden={{ version: String(head.version) }}>
        {none ? null : (
          <>
            <Select
              frame={frame}
              problems={problems}
              name="officer"
              label={t('casework.assign.to')}
              placeholder={t('casework.choose')}
              options={colleagues}
              value={typed['officer'] ?? ''}
            />
            <TextArea
              frame={frame}
              problems={problems}
              name="words"
              label={t('casework.assign.words')}
              hint={t('casework.hand_on.words.hint')}
              optional
              rows={3}
              maxLength={longestReason}
              value={typed['words']}
            />
          </>
        )}
        <DeedButtons {...props} offered={props.offered && !none} label={t('casework.assign.send')} />
      </Form>
    </DeedPage>
  )
}

/** Giving a ticket back to where nobody has it. */
export function ReleasePage(props: DeedProps): VNode {
  const { frame, head, typed, problems } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.verb.release')} lead={t('casework.release.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'release')} hidden={{ version: String(head.version) }}>
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('casework.release.words')}
          hint={t('casework.hand_on.words.hint')}
          rows={3}
          maxLength={longestReason}
          value={typed['words']}
        />
        <DeedButtons {...props} label={t('casework.release.send')} />
      </Form>
    </DeedPage>
  )
}
