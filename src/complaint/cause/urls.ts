/** Addresses of causes and what is changed because of them. */
export const paths = {
  list: '/petugas/perbaikan',
  ticket: '/petugas/laporan/:id/sebab',
  action: '/petugas/perbaikan/:id',
  done: '/petugas/perbaikan/:id/selesai',
  verify: '/petugas/perbaikan/:id/bukti',
  proposal: '/petugas/perbaikan/usul/:id',
  accept: '/petugas/perbaikan/usul/:id/terima',
  dismiss: '/petugas/perbaikan/usul/:id/tolak',
} as const

export function causeHref(ticketId: string): string {
  return `/petugas/laporan/${ticketId}/sebab`
}

export function actionHref(id: string): string {
  return `${paths.list}/${id}`
}

export function proposalHref(id: string): string {
  return `${paths.list}/usul/${id}`
}

/** The ticket's own page, served by casework. */
export function ticketHref(id: string): string {
  return `/petugas/laporan/${id}`
}
