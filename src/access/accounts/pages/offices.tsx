import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, ConsoleLayout, EmptyState, FilterBar, Form, PageHeading, Select, StatusTag, Table, TextField } from '../../../ui/index.ts'
import { officeTypes } from '../rules/administration.ts'
import type { OfficeLine } from '../rules/views.ts'

type Props = {
  readonly frame: Frame
  readonly lines: readonly OfficeLine[]
  readonly filter: { readonly q: string; readonly jenis: string; readonly keadaan: string }
}

function Filters({ frame, filter }: Pick<Props, 'frame' | 'filter'>): VNode {
  const { t } = frame.words
  return (
    <Form frame={frame} action="/petugas/admin/kantor" method="get" autoSubmit label={t('accounts.filter')}>
      <FilterBar frame={frame}>
        <TextField frame={frame} name="q" label={t('accounts.offices.search')} type="search" value={filter.q} />
        <Select
          frame={frame}
          name="jenis"
          label={t('accounts.office.type')}
          placeholder={t('accounts.all')}
          value={filter.jenis}
          autoSubmit
          options={officeTypes.map((value) => ({ value, label: t(`accounts.office_type.${value}`) }))}
        />
        <StateFilter frame={frame} value={filter.keadaan} />
      </FilterBar>
    </Form>
  )
}

export function StateFilter({ frame, value }: { readonly frame: Frame; readonly value: string }): VNode {
  const { t } = frame.words
  const options = [
    { value: 'aktif', label: t('accounts.active') },
    { value: 'nonaktif', label: t('accounts.inactive') },
  ]
  return (
    <Select
      frame={frame}
      name="keadaan"
      label={t('accounts.state')}
      placeholder={t('accounts.all')}
      value={value}
      autoSubmit
      options={options}
    />
  )
}

export function ActiveTag({ frame, active }: { readonly frame: Frame; readonly active: boolean }): VNode {
  const { t } = frame.words
  return active ? (
    <StatusTag tone="success" icon="circle-check">
      {t('accounts.active')}
    </StatusTag>
  ) : (
    <StatusTag icon="ban">{t('accounts.inactive')}</StatusTag>
  )
}

function OfficeTable({ frame, lines }: Pick<Props, 'frame' | 'lines'>): VNode {
  const { t, number } = frame.words
  return (
    <Table
      caption={t('accounts.offices.count', { count: lines.length })}
      dense
      columns={[
        { key: 'name', header: t('accounts.office.name') },
        { key: 'type', header: t('accounts.office.type') },
        { key: 'place', header: t('accounts.office.place') },
        { key: 'zone', header: t('accounts.office.zone') },
        { key: 'officers', header: t('accounts.office.officers'), numeric: true },
        { key: 'state', header: t('accounts.state') },
      ]}
      rows={lines.map((office) => ({
        id: office.id,
        cells: {
          name: (
            <>
              <a href={`/petugas/admin/kantor/${office.id}`}>{office.name}</a>
              <div class="text-muted text-sm font-normal">
                {office.code}
                {office.class === null ? '' : ` · ${office.class}`}
              </div>
            </>
          ),
          type: t(`accounts.office_type.${office.type}`),
          place: [office.city, office.province].filter(Boolean).join(', '),
          zone: t(`accounts.zone.${office.timeZone}`),
          officers: number(office.officers),
          state: (
            <>
              <ActiveTag frame={frame} active={office.active} />
              {office.active && !office.selectable ? <div class="text-muted text-sm">{t('accounts.office.hidden')}</div> : null}
            </>
          ),
        },
      }))}
    />
  )
}

export function OfficesPage({ frame, lines, filter }: Props): VNode {
  const { t } = frame.words
  const add = (
    <Button href="/petugas/admin/kantor/baru" icon="plus">
      {t('accounts.offices.add')}
    </Button>
  )
  return (
    <ConsoleLayout frame={frame} title={t('accounts.offices.title')} section="offices">
      <PageHeading lead={t('accounts.offices.lead')} actions={add}>
        {t('accounts.offices.title')}
      </PageHeading>
      <Filters frame={frame} filter={filter} />
      {lines.length === 0 ? (
        <EmptyState title={t('accounts.offices.none')} icon="landmark">
          <p>{t('accounts.none.hint')}</p>
        </EmptyState>
      ) : (
        <OfficeTable frame={frame} lines={lines} />
      )}
    </ConsoleLayout>
  )
}
