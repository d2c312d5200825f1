import type { VNode } from 'preact'
import type { Frame } from '../../../platform/html.ts'
import type { HeldRole } from '../rules/views.ts'

/** Which roles somebody holds where, a line for each unit. */
export function RoleLines({ frame, roles }: { readonly frame: Frame; readonly roles: readonly HeldRole[] }): VNode {
  const { t } = frame.words
  const byOffice = new Map<string, string[]>()
  for (const { officeName, role } of roles) byOffice.set(officeName, [...(byOffice.get(officeName) ?? []), t(`accounts.role.${role}`)])
  if (byOffice.size === 0) return <span class="text-muted">{t('accounts.roles.none')}</span>
  return (
    <ul>
      {[...byOffice].map(([office, held]) => (
        <li key={office}>
          {held.join(', ')} <span class="text-muted">· {office}</span>
        </li>
      ))}
    </ul>
  )
}
