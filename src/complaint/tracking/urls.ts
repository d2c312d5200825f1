/** Addresses of the tracking pages. */
export const urls = {
  enter: '/lacak',
  stage: '/lacak/tahap',
  report: '/lacak/laporan',
  message: '/lacak/laporan/pesan',
  rating: '/lacak/laporan/nilai',
  withdrawal: '/lacak/laporan/cabut',
  /** Served by the capability of other bodies. */
  consent: '/lacak/laporan/penerusan',
  /** Served by the capability of the second look. */
  review: '/lacak/laporan/peninjauan',
  outside: '/lacak/laporan/jalan-lain',
  newCode: '/lacak/laporan/kode',
  /** The other side of a split report. */
  relative: '/lacak/laporan/bagian',
  leave: '/lacak/keluar',
  recovery: '/lacak/pemulihan',
} as const

/** Far above what any number needs, and short enough to travel in an address. */
const longestTyped = 60

/** The page to enter by, with a number that was typed already; the number opens nothing by itself. */
export function enterUrl(number: string): string {
  return number === '' ? urls.enter : `${urls.enter}?nomor=${encodeURIComponent(number.slice(0, longestTyped))}`
}

export function fileUrl(fileId: string): string {
  return `${urls.report}/berkas/${fileId}`
}

export function recoveryUrl(token: string): string {
  return `${urls.recovery}/${token}`
}
