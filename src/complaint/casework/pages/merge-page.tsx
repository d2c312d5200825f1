import type { VNode } from 'preact'
import { Form, Table, TextArea } from '../../../ui/index.ts'
import { verbHref } from '../urls.ts'
import { DeedButtons, DeedPage, type DeedProps } from './deed-page.tsx'

/** One number of the list, as it was written; `title` is null where there is none for this officer. */
export type JudgedView = { readonly given: string; readonly title: string | null; readonly problem: string | null }

/** Taking other tickets into this one. */
export function MergePage(props: DeedProps & { readonly judged: readonly JudgedView[] }): VNode {
  const { frame, head, typed, problems, judged } = props
  const { t } = frame.words
  return (
    <DeedPage {...props} title={t('casework.verb.merge')} lead={t('casework.merge.lead')}>
      <Form frame={frame} action={verbHref(head.id, 'merge')} hidden={{ version: String(head.version) }}>
        <TextArea
          frame={frame}
          problems={problems}
          name="numbers"
          label={t('casework.merge.numbers')}
          hint={t('casework.merge.numbers.hint')}
          rows={5}
          value={typed['numbers']}
        />
        <DeedButtons {...props} label={t('casework.verb.merge')} />
      </Form>
      {judged.length === 0 ? null : (
        <Table
          caption={t('casework.merge.judged')}
          dense
          columns={[
            { key: 'given', header: t('casework.merge.number') },
            { key: 'title', header: t('casework.merge.found') },
            { key: 'result', header: t('casework.merge.result') },
          ]}
          rows={judged.map(({ given, title, problem }) => ({
            id: given,
            cells: {
              given,
              title: <span dir="auto">{title ?? ''}</span>,
              result: t(problem === null ? 'casework.merge.fits' : `casework.merge.problem.${problem}`),
            },
          }))}
        />
      )}
    </DeedPage>
  )
}
