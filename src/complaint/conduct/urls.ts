export const paths = { naming: '/petugas/laporan/:id/terlapor' } as const

export function namingHref(id: string): string {
  return `/petugas/laporan/${id}/terlapor`
}

export function ticketHref(id: string): string {
  return `/petugas/laporan/${id}`
}
