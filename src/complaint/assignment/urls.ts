/** Addresses of the rules of assignment and of the teams. */
export const paths = {
  rules: '/petugas/admin/pembagian',
  newRule: '/petugas/admin/pembagian/baru',
  rule: '/petugas/admin/pembagian/:id',
  newQueue: '/petugas/admin/antrean/baru',
  queue: '/petugas/admin/antrean/:id',
  handOver: '/petugas/beban/:id/serah-terima',
  handOverAsAdministrator: '/petugas/admin/petugas/:id/serah-terima',
} as const

export function ruleHref(id: string): string {
  return `/petugas/admin/pembagian/${id}`
}

export function handOverHref(officerId: string): string {
  return `/petugas/beban/${officerId}/serah-terima`
}

export function queueHref(id: string): string {
  return `/petugas/admin/antrean/${id}`
}
