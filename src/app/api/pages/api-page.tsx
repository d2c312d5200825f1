import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { CitizenLayout, Details, PageHeading, StatusTag, Table } from '../../../ui/index.ts'
import type { Operation } from '../rules.ts'

function OperationSection({ frame, operation }: { readonly frame: Frame; readonly operation: Operation }): VNode {
  const { t } = frame.words
  return (
    <section class="stack">
      <h2 class="text-xl font-bold">{operation.summary}</h2>
      <p>
        <code>
          {operation.method} {operation.path}
        </code>{' '}
        {operation.needsKey ? (
          <StatusTag tone="gold" icon="lock">
            {t('api.page.key')}
          </StatusTag>
        ) : null}
      </p>
      {operation.fields.length > 0 ? (
        <Table
          caption={t('api.page.fields')}
          hideCaption
          small="cards"
          columns={[
            { key: 'name', header: t('api.page.name') },
            { key: 'type', header: t('api.page.type') },
            { key: 'needed', header: t('api.page.needed') },
            { key: 'meaning', header: t('api.page.meaning') },
          ]}
          rows={operation.fields.map((field) => ({
            id: field.name,
            cells: {
              name: <code>{field.name}</code>,
              type: field.type,
              needed: field.required ? t('api.page.yes') : t('api.page.no'),
              meaning: field.description,
            },
          }))}
        />
      ) : null}
      <Details summary={t('api.page.example')}>
        <pre>
          <code>{operation.curl}</code>
        </pre>
        <pre>
          <code>{operation.answer}</code>
        </pre>
      </Details>
    </section>
  )
}

export function ApiPage({ frame, operations }: { readonly frame: Frame; readonly operations: readonly Operation[] }): VNode {
  const { t } = frame.words
  return (
    <CitizenLayout frame={frame} title={t('api.page.title')} width="wide">
      <PageHeading lead={t('api.page.lead')}>{t('api.page.title')}</PageHeading>
      <p>
        <a href="/api/v1/openapi.json">openapi.json</a>
      </p>
      <div class="stack">
        {operations.map((operation) => (
          <OperationSection key={`${operation.method} ${operation.path}`} frame={frame} operation={operation} />
        ))}
      </div>
    </CitizenLayout>
  )
}
