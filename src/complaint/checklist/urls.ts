/** Addresses of checklists: those of categories, and that of a ticket. */
export const paths = {
  list: '/petugas/admin/daftar-periksa',
  one: '/petugas/admin/daftar-periksa/:code',
  tick: '/petugas/laporan/:id/daftar-periksa',
} as const

/** Where the list stands on its ticket's page. */
export const anchor = 'daftar-periksa'

export function listHref(code: string): string {
  return `${paths.list}/${code}`
}
