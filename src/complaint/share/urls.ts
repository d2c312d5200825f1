/** Addresses of links for other bodies. */
export const paths = {
  compose: '/petugas/laporan/:id/bagikan',
  revoke: '/petugas/laporan/:id/bagikan/:link/cabut',
  open: '/berbagi/:token',
  file: '/berbagi/:token/berkas/:file',
} as const

/** The ticket's own page, served by casework. */
export function ticketHref(id: string): string {
  return `/petugas/laporan/${id}`
}

export function composeHref(ticketId: string): string {
  return `${ticketHref(ticketId)}/bagikan`
}

export function openHref(token: string): string {
  return `/berbagi/${token}`
}

export function fileHref(token: string, fileId: string): string {
  return `${openHref(token)}/berkas/${fileId}`
}
