import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import {
  Button,
  ConsoleLayout,
  EmptyState,
  FilterBar,
  Form,
  PageHeading,
  Pagination,
  Select,
  StatusTag,
  Table,
  TextField,
} from '../../../ui/index.ts'
import { roles } from '../rules/roles.ts'
import type { Office, OfficerLine } from '../rules/views.ts'
import { ActiveTag, StateFilter } from './offices.tsx'
import { RoleLines } from './role-lines.tsx'

type Filter = { readonly q: string; readonly kantor: string; readonly peran: string; readonly keadaan: string }

type Props = {
  readonly frame: Frame
  readonly lines: readonly OfficerLine[]
  readonly offices: readonly Office[]
  readonly total: number
  readonly filter: Filter
  readonly next: string | null
}

const list = '/petugas/admin/petugas'

function nextHref(filter: Filter, next: string): string {
  const query = new URLSearchParams({ ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')), setelah: next })
  return `${list}?${query.toString()}`
}

function Filters({ frame, offices, filter }: Pick<Props, 'frame' | 'offices' | 'filter'>): VNode {
  const { t } = frame.words
  return (
    <Form frame={frame} action={list} method="get" autoSubmit label={t('accounts.filter')}>
      <FilterBar frame={frame}>
        <TextField frame={frame} name="q" label={t('accounts.officers.search')} type="search" value={filter.q} />
        <Select
          frame={frame}
          name="kantor"
          label={t('accounts.office')}
          placeholder={t('accounts.all')}
          value={filter.kantor}
          autoSubmit
          options={offices.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          frame={frame}
          name="peran"
          label={t('accounts.role')}
          placeholder={t('accounts.all')}
          value={filter.peran}
          autoSubmit
          options={roles.map((value) => ({ value, label: t(`accounts.role.${value}`) }))}
        />
        <StateFilter frame={frame} value={filter.keadaan} />
      </FilterBar>
    </Form>
  )
}

function Standing({ frame, officer }: { readonly frame: Frame; readonly officer: OfficerLine }): VNode {
  const { t } = frame.words
  return (
    <div class="flex flex-wrap gap-1">
      <ActiveTag frame={frame} active={officer.active} />
      {officer.secondFactor ? <StatusTag icon="shield-check">{t('accounts.second_factor.short')}</StatusTag> : null}
      {officer.active && !officer.hasPassword ? <StatusTag tone="warning">{t('accounts.officer.no_password')}</StatusTag> : null}
      {officer.demo ? <StatusTag tone="gold">{t('accounts.officer.demo')}</StatusTag> : null}
    </div>
  )
}

function OfficerTable({ frame, lines, total }: Pick<Props, 'frame' | 'lines' | 'total'>): VNode {
  const { t } = frame.words
  return (
    <Table
      caption={t('accounts.officers.count', { count: total })}
      dense
      columns={[
        { key: 'name', header: t('accounts.name') },
        { key: 'roles', header: t('accounts.roles') },
        { key: 'state', header: t('accounts.state') },
      ]}
      rows={lines.map((officer) => ({
        id: officer.id,
        cells: {
          name: (
            <>
              <a href={`${list}/${officer.id}`}>{officer.name}</a>
              <div class="text-muted text-sm font-normal break-words">{officer.email}</div>
            </>
          ),
          roles: <RoleLines frame={frame} roles={officer.roles} />,
          state: <Standing frame={frame} officer={officer} />,
        },
      }))}
    />
  )
}

export function OfficersPage({ frame, lines, offices, total, filter, next }: Props): VNode {
  const { t } = frame.words
  const add = (
    <Button href={`${list}/baru`} icon="user-plus">
      {t('accounts.officers.add')}
    </Button>
  )
  return (
    <ConsoleLayout frame={frame} title={t('accounts.officers.title')} section="officers">
      <PageHeading lead={t('accounts.officers.lead')} actions={add}>
        {t('accounts.officers.title')}
      </PageHeading>
      <Filters {...{ frame, offices, filter }} />
      {lines.length === 0 ? (
        <EmptyState title={t('accounts.officers.none')} icon="users">
          <p>{t('accounts.none.hint')}</p>
        </EmptyState>
      ) : (
        <>
          <OfficerTable {...{ frame, lines, total }} />
          <Pagination frame={frame} nextHref={next === null ? null : nextHref(filter, next)} />
        </>
      )}
    </ConsoleLayout>
  )
}
