import { roles } from '../src/access/accounts/rules.ts'

/** Everybody who can come to an address: nobody known, somebody with number and code of a report, or an officer of one role. */
export const visitors = ['visitor', 'keyholder', ...roles] as const
export type Visitor = (typeof visitors)[number]

const everybody: readonly Visitor[] = visitors
const keyholders: readonly Visitor[] = ['keyholder']
const officers: readonly Visitor[] = roles
// By hand, because the code's own lists of who may do what are what is tested here.
const handling: readonly Visitor[] = ['intake', 'handler', 'manager', 'compliance']
const handlers: readonly Visitor[] = ['handler', 'manager', 'compliance']
const managers: readonly Visitor[] = ['manager', 'compliance']
const compliance: readonly Visitor[] = ['compliance']
const administrators: readonly Visitor[] = ['administrator']
const auditors: readonly Visitor[] = ['auditor']

/**
 * Who may come in by which address (acceptance A1, C2), written by hand and not derived from the code: a route that is not here,
 * or lets somebody else in, fails test/access-matrix.db.test.ts. Add one line for each new route.
 */
export const accessMatrix: Readonly<Record<string, readonly Visitor[]>> = {
  // Pages for everybody
  'GET /': everybody,
  'GET /cara-kerja': everybody,
  'GET /tentang': everybody,
  'GET /privasi': everybody,
  'GET /aksesibilitas': everybody,
  'GET /bahasa/:locale': everybody,
  'GET /ui': everybody,
  'POST /csp': everybody,
  // Reporting
  'GET /lapor': everybody,
  'POST /lapor': everybody,
  'GET /lapor/topik': everybody,
  'POST /lapor/topik': everybody,
  'GET /lapor/hal': everybody,
  'POST /lapor/hal': everybody,
  'GET /lapor/petunjuk': everybody,
  'POST /lapor/petunjuk': everybody,
  'GET /lapor/kantor': everybody,
  'POST /lapor/kantor': everybody,
  'GET /lapor/untuk-siapa': everybody,
  'POST /lapor/untuk-siapa': everybody,
  'GET /lapor/cerita': everybody,
  'POST /lapor/cerita': everybody,
  'GET /lapor/waktu': everybody,
  'POST /lapor/waktu': everybody,
  'GET /lapor/kerahasiaan': everybody,
  'POST /lapor/kerahasiaan': everybody,
  'GET /lapor/kontak': everybody,
  'POST /lapor/kontak': everybody,
  'GET /lapor/berkas': everybody,
  'POST /lapor/berkas': everybody,
  'GET /lapor/periksa': everybody,
  'POST /lapor/kirim': everybody,
  'GET /lapor/tanda-terima': everybody,
  'GET /lapor/tanda-terima.txt': everybody,
  'GET /lapor/hapus': everybody,
  'POST /lapor/hapus': everybody,
  // Tracking
  'GET /lacak': everybody,
  'POST /lacak': everybody,
  'GET /lacak/tahap': everybody,
  'POST /lacak/keluar': everybody,
  'GET /lacak/keluar': everybody,
  'GET /lacak/laporan': keyholders,
  'POST /lacak/laporan/pesan': keyholders,
  'GET /lacak/laporan/berkas/:file': keyholders,
  'GET /lacak/laporan/cabut': keyholders,
  'POST /lacak/laporan/cabut': keyholders,
  'POST /lacak/laporan/nilai': keyholders,
  'POST /lacak/laporan/kode': keyholders,
  'GET /lacak/pemulihan': everybody,
  'POST /lacak/pemulihan': everybody,
  'GET /lacak/pemulihan/:token': everybody,
  'POST /lacak/pemulihan/:token': everybody,
  // Signing in and the own account
  'GET /petugas/masuk': everybody,
  'POST /petugas/masuk': everybody,
  'GET /petugas/masuk/kode': everybody,
  'POST /petugas/masuk/kode': everybody,
  'POST /petugas/keluar': officers,
  'GET /petugas/sandi/:token': everybody,
  'POST /petugas/sandi/:token': everybody,
  'GET /petugas/akun': officers,
  'POST /petugas/akun/bahasa': officers,
  'POST /petugas/akun/sandi': officers,
  'POST /petugas/akun/perangkat/:id/akhiri': officers,
  'POST /petugas/akun/perangkat/akhiri-lain': officers,
  'POST /petugas/akun/kunci': officers,
  'GET /petugas/akun/kunci/:id/cabut': officers,
  'POST /petugas/akun/kunci/:id/cabut': officers,
  'GET /petugas/akun/kode': officers,
  'POST /petugas/akun/kode': officers,
  'POST /petugas/akun/kode/lepas': officers,
  // Tickets at the console
  'GET /petugas': officers,
  'GET /petugas/cari': handling,
  'GET /petugas/laporan/baru': handling,
  'POST /petugas/laporan/baru': handling,
  'GET /petugas/beban': managers,
  'POST /petugas/beban/tugaskan': managers,
  'GET /petugas/laporan/:id': handling,
  'GET /petugas/laporan/:id/berkas/:file': handling,
  'POST /petugas/laporan/:id/ambil': handlers,
  'POST /petugas/laporan/:id/teliti': handlers,
  'POST /petugas/laporan/:id/buka-kembali': handlers,
  'POST /petugas/laporan/:id/keluarkan-arsip': handlers,
  'GET /petugas/laporan/:id/tugaskan': handling,
  'POST /petugas/laporan/:id/tugaskan': handling,
  'GET /petugas/laporan/:id/lepaskan': handlers,
  'POST /petugas/laporan/:id/lepaskan': handlers,
  'GET /petugas/laporan/:id/tutup': handlers,
  'POST /petugas/laporan/:id/tutup': handlers,
  'GET /petugas/laporan/:id/arsipkan': handlers,
  'POST /petugas/laporan/:id/arsipkan': handlers,
  'GET /petugas/laporan/:id/pindahkan': handling,
  'POST /petugas/laporan/:id/pindahkan': handling,
  'GET /petugas/laporan/:id/klasifikasi': handlers,
  'POST /petugas/laporan/:id/klasifikasi': handlers,
  'GET /petugas/laporan/:id/tanya': handlers,
  'POST /petugas/laporan/:id/tanya/periksa': handlers,
  'POST /petugas/laporan/:id/tanya/periksa/ubah': handlers,
  'POST /petugas/laporan/:id/tanya': handlers,
  'GET /petugas/laporan/:id/pesan': handlers,
  'POST /petugas/laporan/:id/pesan/periksa': handlers,
  'POST /petugas/laporan/:id/pesan/periksa/ubah': handlers,
  'POST /petugas/laporan/:id/pesan': handlers,
  'GET /petugas/laporan/:id/jawab': handlers,
  'POST /petugas/laporan/:id/jawab/periksa': handlers,
  'POST /petugas/laporan/:id/jawab/periksa/ubah': handlers,
  'POST /petugas/laporan/:id/jawab': handlers,
  'POST /petugas/laporan/:id/catatan': handling,
  'GET /petugas/laporan/:id/terlapor': compliance,
  'POST /petugas/laporan/:id/terlapor': compliance,
  'GET /petugas/laporan/:id/surel': handling,
  // Administration
  'GET /petugas/admin': administrators,
  'GET /petugas/admin/petugas': administrators,
  'GET /petugas/admin/petugas/baru': administrators,
  'POST /petugas/admin/petugas/baru': administrators,
  'GET /petugas/admin/petugas/:id': administrators,
  'POST /petugas/admin/petugas/:id': administrators,
  'POST /petugas/admin/petugas/:id/peran': administrators,
  'POST /petugas/admin/petugas/:id/keadaan': administrators,
  'POST /petugas/admin/petugas/:id/sandi': administrators,
  'POST /petugas/admin/petugas/:id/kode': administrators,
  'POST /petugas/admin/petugas/:id/sesi': administrators,
  'GET /petugas/admin/kantor': administrators,
  'GET /petugas/admin/kantor/baru': administrators,
  'POST /petugas/admin/kantor/baru': administrators,
  'GET /petugas/admin/kantor/:id': administrators,
  'POST /petugas/admin/kantor/:id': administrators,
  'GET /petugas/admin/kategori': administrators,
  'GET /petugas/admin/kategori/baru': administrators,
  'POST /petugas/admin/kategori/baru': administrators,
  'GET /petugas/admin/kategori/:code': administrators,
  'POST /petugas/admin/kategori/:code': administrators,
  'GET /petugas/admin/kotak-keluar': administrators,
  'GET /petugas/admin/kotak-keluar/:mailId': administrators,
  'GET /petugas/admin/surat': administrators,
  'GET /petugas/admin/surat/:letter/:language': administrators,
  'POST /petugas/admin/surat/:letter/:language': administrators,
  'POST /petugas/admin/surat/:letter/:language/contoh': administrators,
  'POST /petugas/admin/surat/:letter/:language/bawaan': administrators,
  // The trail
  'GET /petugas/jejak': auditors,
  'GET /petugas/jejak/ekspor': auditors,
  'POST /petugas/jejak/periksa': auditors,
  // The API: a role comes with a key of its officer
  'POST /api/v1/tickets': everybody,
  'GET /api/v1/tickets/:number/stage': everybody,
  'POST /api/v1/track': everybody,
  'POST /api/v1/track/messages': everybody,
  'GET /api/v1/categories': everybody,
  'GET /api/v1/offices': everybody,
  'GET /api/v1/officer/tickets': handling,
  'GET /api/v1/officer/tickets/:id': handling,
  'POST /api/v1/officer/tickets/:id/acts': handling,
  'GET /api/v1/openapi.json': everybody,
  'GET /api/v1': everybody,
}

/**
 * Which tickets of the console somebody sees behind an address that they may use: of the own unit, of another unit, and a
 * restricted one of the own unit that is not theirs. What is not seen does not exist: 404.
 */
export const ticketSight: Readonly<
  Record<'intake' | 'handler' | 'manager' | 'compliance', Readonly<Record<'own' | 'other' | 'sealed', boolean>>>
> = {
  intake: { own: true, other: false, sealed: false },
  handler: { own: true, other: false, sealed: false },
  manager: { own: true, other: false, sealed: true },
  compliance: { own: true, other: false, sealed: true },
}
