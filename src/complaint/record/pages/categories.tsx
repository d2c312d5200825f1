import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, Details, PageHeading, StatusTag, Table } from '../../../ui/index.ts'

type CategoryLine = {
  readonly code: string
  readonly parent: string | null
  readonly nameId: string
  readonly nameEn: string
  readonly class: string
  readonly confidentiality: string
  readonly active: boolean
}

type Props = { readonly frame: Frame; readonly categories: readonly CategoryLine[] }
type GroupProps = { readonly frame: Frame; readonly top: CategoryLine; readonly branches: readonly CategoryLine[] }

const list = '/petugas/admin/kategori'

function nameTop(frame: Frame, top: CategoryLine): string {
  return `${top.code} · ${frame.words.locale === 'id' ? top.nameId : top.nameEn}`
}

/** A top and its branches, the top first. */
function GroupTable({ frame, top, branches }: GroupProps): VNode {
  const { t } = frame.words
  return (
    <Table
      caption={nameTop(frame, top)}
      hideCaption
      dense
      columns={[
        { key: 'code', header: t('record.category.code') },
        { key: 'id', header: t('ui.language.id') },
        { key: 'en', header: t('ui.language.en') },
        { key: 'class', header: t('record.category.class') },
        { key: 'confidentiality', header: t('record.category.confidentiality') },
        { key: 'state', header: t('record.category.state') },
      ]}
      rows={[top, ...branches].map((line) => ({
        id: line.code,
        cells: {
          code: <a href={`${list}/${line.code}`}>{line.code}</a>,
          id: <span lang="id">{line.nameId}</span>,
          en: <span lang="en">{line.nameEn}</span>,
          class: t(`record.class.${line.class}`),
          confidentiality: t(`record.confidentiality.${line.confidentiality}`),
          state: line.active ? (
            <StatusTag tone="success" icon="circle-check">
              {t('record.category.active')}
            </StatusTag>
          ) : (
            <StatusTag icon="ban">{t('record.category.inactive')}</StatusTag>
          ),
        },
      }))}
    />
  )
}

/** Folded to its name; how much is in it says whether it is worth unfolding. */
function Group(props: GroupProps): VNode {
  const { frame, top, branches } = props
  const count = frame.words.t('record.categories.count', { count: branches.length })
  return (
    <Details summary={`${nameTop(frame, top)} (${count})`}>
      <GroupTable {...props} />
    </Details>
  )
}

export function CategoriesPage({ frame, categories }: Props): VNode {
  const { t } = frame.words
  const add = (
    <Button href={`${list}/baru`} icon="plus">
      {t('record.categories.add')}
    </Button>
  )
  return (
    <ConsoleLayout frame={frame} title={t('record.categories.title')} section="categories">
      <PageHeading lead={t('record.categories.lead')} actions={add}>
        {t('record.categories.title')}
      </PageHeading>
      <div class="stack">
        {categories
          .filter(({ parent }) => parent === null)
          .map((top) => (
            <Group key={top.code} frame={frame} top={top} branches={categories.filter(({ parent }) => parent === top.code)} />
          ))}
      </div>
    </ConsoleLayout>
  )
}
