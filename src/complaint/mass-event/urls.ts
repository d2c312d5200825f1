/** Addresses of mass events. */
export const paths = {
  list: '/petugas/kejadian',
  compose: '/petugas/kejadian/baru',
  event: '/petugas/kejadian/:id',
  attach: '/petugas/kejadian/:id/laporan',
  detach: '/petugas/kejadian/:id/laporan/:ticket/lepas',
  text: '/petugas/kejadian/:id/jawaban/:language',
  decide: '/petugas/kejadian/:id/jawaban/:language/telaah',
  start: '/petugas/kejadian/:id/bahasa',
  rest: '/petugas/kejadian/:id/sisa',
  send: '/petugas/kejadian/:id/kirim',
  close: '/petugas/kejadian/:id/tutup',
  ticket: '/petugas/laporan/:id/kejadian',
  ticketLeave: '/petugas/laporan/:id/kejadian/lepas',
} as const

export function eventHref(id: string): string {
  return `${paths.list}/${id}`
}

/** Below the event's own address. */
export function deedHref(id: string, deed: 'laporan' | 'bahasa' | 'sisa' | 'kirim' | 'tutup'): string {
  return `${eventHref(id)}/${deed}`
}

export function detachHref(id: string, ticketId: string): string {
  return `${eventHref(id)}/laporan/${ticketId}/lepas`
}

export function textHref(id: string, language: string): string {
  return `${eventHref(id)}/jawaban/${language}`
}

export function decideHref(id: string, language: string): string {
  return `${textHref(id, language)}/telaah`
}

/** The ticket's own page, served by casework. */
export function ticketHref(id: string): string {
  return `/petugas/laporan/${id}`
}
