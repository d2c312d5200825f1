import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import { Button, Form, type Problems, Select, Table } from '../../../ui/index.ts'
import { roles } from '../rules/roles.ts'
import type { HeldRole, Office } from '../rules/views.ts'

type TickProps = {
  readonly name: string
  readonly value: string
  readonly checked: boolean
  readonly label: string
  readonly id?: string | undefined
}

function Tick({ name, value, checked, label, id }: TickProps): VNode {
  return <input class="checkbox" type="checkbox" id={id} name={name} value={value} checked={checked} aria-label={label} />
}

type Props = {
  readonly frame: Frame
  readonly officerId: string
  readonly roles: readonly HeldRole[]
  readonly offices: readonly Office[]
  readonly problems: Problems
}

function groupByOffice(held: readonly HeldRole[]): ReadonlyMap<string, { readonly name: string; readonly roles: readonly string[] }> {
  const offices = new Map<string, { name: string; roles: string[] }>()
  for (const { officeId, officeName, role } of held) {
    const office = offices.get(officeId) ?? { name: officeName, roles: [] }
    offices.set(officeId, { ...office, roles: [...office.roles, role] })
  }
  return offices
}

/** Roles by unit: a line of ticks for each unit somebody works in, and one more line for the next. */
export function RoleTable({ frame, officerId, roles: held, offices, problems }: Props): VNode {
  const { t } = frame.words
  const own = groupByOffice(held)
  const others = offices.filter(({ id, active }) => active && !own.has(id)).map(({ id, name }) => ({ value: id, label: name }))
  const ticks = (name: string, office: string, chosen: readonly string[], value: (role: string) => string) =>
    Object.fromEntries(
      roles.map((role) => [
        role,
        <Tick
          key={role}
          name={name}
          value={value(role)}
          checked={chosen.includes(role)}
          label={t('accounts.role.at', { role: t(`accounts.role.${role}`), office })}
        />,
      ]),
    )
  const rows = [...own].map(([id, office]) => ({
    id,
    cells: { office: office.name, ...ticks('held', office.name, office.roles, (role) => `${role}@${id}`) },
  }))
  const more = t('accounts.role.more')
  return (
    <Form frame={frame} action={`/petugas/admin/petugas/${officerId}/peran`} id="roles">
      {problems['roles'] === undefined ? null : (
        <p class="field-problem" id="field-roles">
          {problems['roles']}
        </p>
      )}
      <Table
        caption={t('accounts.role.table')}
        hideCaption
        dense
        columns={[
          { key: 'office', header: t('accounts.office') },
          ...roles.map((role) => ({ key: role, header: t(`accounts.role.${role}`) })),
        ]}
        rows={[
          ...rows,
          {
            id: 'more',
            cells: {
              office: (
                <Select {...{ frame, problems }} name="office" label={more} placeholder={t('accounts.role.choose')} options={others} />
              ),
              ...ticks('added', more, [], (role) => role),
            },
          },
        ]}
      />
      <p class="text-muted">{t('accounts.role.ends')}</p>
      <Button>{t('accounts.role.save')}</Button>
    </Form>
  )
}
