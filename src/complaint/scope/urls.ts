/** Addresses of hand-overs to other bodies. */
export const paths = {
  list: '/petugas/penerusan',
  hop: '/petugas/laporan/:id/penerusan',
  send: '/petugas/laporan/:id/penerusan/kirim',
  acknowledge: '/petugas/laporan/:id/penerusan/diterima',
  return: '/petugas/laporan/:id/penerusan/kembali',
  cancel: '/petugas/laporan/:id/penerusan/batal',
  paper: '/petugas/laporan/:id/penerusan/berkas.pdf',
  bundle: '/petugas/laporan/:id/penerusan/berkas.zip',
  bodies: '/petugas/admin/instansi',
  addBody: '/petugas/admin/instansi/baru',
  body: '/petugas/admin/instansi/:id',
  consent: '/lacak/laporan/penerusan',
} as const

export function fill(path: string, id: string): string {
  return path.replace(':id', id)
}

/** A report's page at the console, and where it is proposed to another body. */
export function ticketHref(id: string): string {
  return `/petugas/laporan/${id}`
}

export function proposeHref(id: string): string {
  return `${ticketHref(id)}/teruskan`
}

/** The complainant's own page. */
export const reportHref = '/lacak/laporan'
