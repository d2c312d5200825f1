import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, EmptyState, PageHeading, Table } from '../../../ui/index.ts'
import { paths, templateHref } from '../urls.ts'

export type TemplateLine = {
  readonly id: string
  readonly name: string
  readonly language: string
  readonly office: string
  readonly category: string
  readonly active: boolean
  readonly editable: boolean
}

/** All beginnings of answers that this officer sees. */
export function TemplatesPage({ frame, lines }: { readonly frame: Frame; readonly lines: readonly TemplateLine[] }): VNode {
  const { t } = frame.words
  const title = t('templates.title')
  const add = <Button href={paths.add}>{t('templates.add')}</Button>
  return (
    <ConsoleLayout frame={frame} title={title} section="answers">
      <div class="stack">
        <PageHeading lead={t('templates.lead')} actions={add}>
          {title}
        </PageHeading>
        {lines.length === 0 ? (
          <EmptyState title={t('templates.none')}>{t('templates.none.lead')}</EmptyState>
        ) : (
          <Table
            caption={title}
            hideCaption
            dense
            columns={['name', 'language', 'category', 'office', 'state'].map((key) => ({ key, header: t(`templates.column.${key}`) }))}
            rows={lines.map(({ id, name, active, editable, ...rest }) => ({
              id,
              cells: {
                ...rest,
                name: editable ? <a href={templateHref(id)}>{name}</a> : name,
                state: t(active ? 'templates.active' : 'templates.inactive'),
              },
            }))}
          />
        )}
      </div>
    </ConsoleLayout>
  )
}
