/** Addresses of opening an identity. */
export const paths = {
  identity: '/petugas/laporan/:id/identitas',
  request: '/petugas/laporan/:id/identitas/permintaan',
  decide: '/petugas/laporan/:id/identitas/:opening/putusan',
  end: '/petugas/laporan/:id/identitas/:opening/akhiri',
} as const

export function identityHref(ticketId: string): string {
  return `/petugas/laporan/${ticketId}/identitas`
}

export function requestHref(ticketId: string): string {
  return `${identityHref(ticketId)}/permintaan`
}

export function decideHref(ticketId: string, openingId: string): string {
  return `${identityHref(ticketId)}/${openingId}/putusan`
}

export function endHref(ticketId: string, openingId: string): string {
  return `${identityHref(ticketId)}/${openingId}/akhiri`
}

/** The ticket's own page, served by casework. */
export function ticketHref(id: string): string {
  return `/petugas/laporan/${id}`
}
