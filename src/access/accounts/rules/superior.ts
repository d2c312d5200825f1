import type { Office } from './views.ts'

const directorate = 'DITJEN'

/**
 * The unit above another: the one an administrator named, else the Kanwil of its province, else the directorate; null for the
 * directorate itself. A unit that is switched off is passed over.
 */
function findSuperior(office: Office, offices: readonly Office[]): Office | null {
  const active = offices.filter((other) => other.active && other.id !== office.id)
  const named = active.find(({ id }) => id === office.parentId)
  if (named) return named
  if (office.code === directorate) return null
  const regional =
    office.type === 'kanwil' ? undefined : active.find(({ type, province }) => type === 'kanwil' && province === office.province)
  return regional ?? active.find(({ code }) => code === directorate) ?? null
}

/** The units above another, the nearest first; a circle that somebody drew by mistake ends where it closes. */
export function listSuperiors(office: Office, offices: readonly Office[]): readonly Office[] {
  const above: Office[] = []
  let next = findSuperior(office, offices)
  while (next !== null && next.id !== office.id && !above.includes(next)) {
    above.push(next)
    next = findSuperior(next, offices)
  }
  return above
}
