import type { VNode } from 'preact'
import { Form, RadioGroup, TextArea, TextField } from '../../../ui/index.ts'
import { longestReason, relations } from '../rules.ts'
import { verbHref } from '../urls.ts'
import { DeedButtons, DeedPage, type DeedProps } from './deed-page.tsx'

/** Saying that this report has to do with another one. */
export function LinkPage(props: DeedProps): VNode {
  const { frame, head, typed, problems } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.verb.link')} lead={t('casework.link.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'link')}>
        <TextField
          frame={frame}
          problems={problems}
          name="number"
          label={t('casework.link.number')}
          hint={t('casework.link.number.hint')}
          value={typed['number']}
        />
        <RadioGroup
          frame={frame}
          problems={problems}
          name="relation"
          label={t('casework.link.relation')}
          options={relations.map((relation) => ({ value: relation, label: t(`casework.relation.${relation}`) }))}
          value={typed['relation']}
        />
        <TextArea
          frame={frame}
          problems={problems}
          name="words"
          label={t('casework.link.words')}
          hint={t('casework.link.words.hint')}
          rows={3}
          maxLength={longestReason}
          value={typed['words']}
        />
        <DeedButtons {...props} label={t('casework.link.send')} />
      </Form>
    </DeedPage>
  )
}
