/** Addresses of the tracking pages. */
export const urls = {
  enter: '/lacak',
  stage: '/lacak/tahap',
  report: '/lacak/laporan',
  message: '/lacak/laporan/pesan',
  rating: '/lacak/laporan/nilai',
  withdrawal: '/lacak/laporan/cabut',
  newCode: '/lacak/laporan/kode',
  leave: '/lacak/keluar',
  recovery: '/lacak/pemulihan',
} as const

export function fileUrl(fileId: string): string {
  return `${urls.report}/berkas/${fileId}`
}

export function recoveryUrl(token: string): string {
  return `${urls.recovery}/${token}`
}
