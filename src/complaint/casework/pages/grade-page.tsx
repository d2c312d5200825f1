import type { VNode } from 'preact'
import { CheckboxGroup, Form, RadioGroup, TextArea } from '../../../ui/index.ts'
import { longestReason, severities, severityReasons } from '../rules.ts'
import { verbHref } from '../urls.ts'
import { DeedButtons, DeedPage, type DeedProps } from './deed-page.tsx'

/** Saying how grave a matter is, with its reasons. */
export function GradePage(props: DeedProps): VNode {
  const { frame, head, typed, problems } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.verb.grade')} lead={t('casework.grade.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'grade')} hidden={{ version: String(head.version) }}>
        <RadioGroup
          frame={frame}
          problems={problems}
          name="severity"
          label={t('casework.grade.severity')}
          options={severities.map((severity) => ({
            value: severity,
            label: t(`casework.severity.${severity}`),
            hint: t(`casework.severity.${severity}.hint`),
          }))}
          value={typed['severity']}
        />
        <CheckboxGroup
          frame={frame}
          problems={problems}
          name="reasons"
          label={t('casework.grade.reasons')}
          hint={t('casework.grade.reasons.hint')}
          options={severityReasons.map((reason) => ({ value: reason, label: t(`casework.severity.reason.${reason}`) }))}
          values={(typed['reasons'] ?? '').split(',')}
        />
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('casework.words')}
          hint={t('casework.grade.words.hint')}
          optional
          rows={3}
          maxLength={longestReason}
          value={typed['words']}
        />
        <DeedButtons {...props} label={t('casework.grade.send')} />
      </Form>
    </DeedPage>
  )
}
