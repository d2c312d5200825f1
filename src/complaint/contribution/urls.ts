/** Addresses of requests for a contribution. */
export const paths = {
  list: '/petugas/permintaan',
  request: '/petugas/permintaan/:id',
  pass: '/petugas/permintaan/:id/teruskan',
  ask: '/petugas/laporan/:id/permintaan',
  withdraw: '/petugas/laporan/:id/permintaan/:request/tarik',
} as const

export function requestHref(id: string): string {
  return `${paths.list}/${id}`
}

export function passHref(id: string): string {
  return `${requestHref(id)}/teruskan`
}

export function askHref(ticketId: string): string {
  return `/petugas/laporan/${ticketId}/permintaan`
}

/** The ticket's own page, served by casework. */
export function ticketHref(id: string): string {
  return `/petugas/laporan/${id}`
}
