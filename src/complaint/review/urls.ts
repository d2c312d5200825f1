/** Addresses of the second look: for the complainant, and at the console. */
export const paths = {
  ask: '/lacak/laporan/peninjauan',
  outside: '/lacak/laporan/jalan-lain',
  queue: '/petugas/peninjauan',
  ticket: '/petugas/laporan/:id/peninjauan',
} as const

/** The complainant's report, served by tracking. */
export const reportHref = '/lacak/laporan'

export function reviewHref(id: string): string {
  return `/petugas/laporan/${id}/peninjauan`
}

/** The ticket's own page, served by casework. */
export function ticketHref(id: string): string {
  return `/petugas/laporan/${id}`
}
