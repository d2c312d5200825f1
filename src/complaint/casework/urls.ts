/** Addresses of the console. Pages and routes take them from here, so that a link cannot point beside its route. */
export const paths = {
  inbox: '/petugas',
  search: '/petugas/cari',
  ticket: '/petugas/laporan/:id',
  register: '/petugas/laporan/baru',
  load: '/petugas/beban',
  bulkAssign: '/petugas/beban/tugaskan',
  checks: '/petugas/penelaahan',
  watchList: '/petugas/siaran',
  watchTicket: '/petugas/laporan/:id/siaran',
  views: '/petugas/tampilan',
  view: '/petugas/tampilan/:id',
  bulk: '/petugas/massal',
  bulkOne: '/petugas/massal/:id',
  bulkUndo: '/petugas/massal/:id/batal',
  caseFile: '/petugas/laporan/:id/cetak.pdf',
  caseExport: '/petugas/laporan/:id/ekspor.zip',
  listExport: '/petugas/daftar.csv',
  writing: '/petugas/laporan/:id/menulis',
  unlink: '/petugas/laporan/:id/kaitan/:link/lepas',
  unsplit: '/petugas/laporan/:id/pecah/:split/batal',
} as const

/** What an officer does with one ticket, by the last part of its address. */
export const verbPaths = {
  take: 'ambil',
  assign: 'tugaskan',
  release: 'lepaskan',
  investigate: 'teliti',
  ask: 'tanya',
  write: 'pesan',
  note: 'catatan',
  answer: 'jawab',
  close: 'tutup',
  reopen: 'buka-kembali',
  archive: 'arsipkan',
  unarchive: 'keluarkan-arsip',
  transfer: 'pindahkan',
  send_on: 'teruskan',
  reclassify: 'klasifikasi',
  grade: 'kegawatan',
  extend: 'perpanjang',
  merge: 'gabung',
  unmerge: 'pisahkan',
  link: 'kaitkan',
  split: 'pecah',
} as const

function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`
}

export function inboxHref(query = ''): string {
  return withQuery(paths.inbox, query)
}

/** `query` keeps the list beside the ticket what it was when the ticket was opened from it. */
export function ticketHref(id: string, query = ''): string {
  return withQuery(`/petugas/laporan/${id}`, query)
}

/** Where one of the officer's own saved views is changed. */
export function viewHref(id: string): string {
  return `${paths.views}/${id}`
}

/** What was done to many reports at once, and the way back. */
export function bulkHref(id: string): string {
  return `${paths.bulk}/${id}`
}

export function bulkUndoHref(id: string): string {
  return `${bulkHref(id)}/batal`
}

/** All about a report on paper. */
export function caseFileHref(id: string): string {
  return `/petugas/laporan/${id}/cetak.pdf`
}

/** All about a report as data, with its files. */
export function caseExportHref(id: string): string {
  return `/petugas/laporan/${id}/ekspor.zip`
}

/** A filtered list as a table. */
export function listExportHref(query: string): string {
  return withQuery(paths.listExport, query)
}

/** The stream of a list of this unit that was made at this moment. */
export function watchListHref(officeId: string, madeAt: Date): string {
  return withQuery(paths.watchList, new URLSearchParams({ kantor: officeId, dari: String(madeAt.getTime()) }).toString())
}

/** The stream of a ticket that was shown in this version. */
export function watchTicketHref(id: string, version: number): string {
  return `/petugas/laporan/${id}/siaran?versi=${version}`
}

/** Where a page tells that its officer is typing. */
export function writingHref(id: string): string {
  return `/petugas/laporan/${id}/menulis`
}

export function verbHref(id: string, verb: keyof typeof verbPaths): string {
  return `/petugas/laporan/${id}/${verbPaths[verb]}`
}

/** Where a link of this report with another one is taken away. */
export function unlinkHref(id: string, linkId: string): string {
  return `/petugas/laporan/${id}/kaitan/${linkId}/lepas`
}

/** Where a part that was split off this report is given back to it. */
export function unsplitHref(id: string, splitId: string): string {
  return `/petugas/laporan/${id}/pecah/${splitId}/batal`
}

/** Where words for the complainant are looked at once more before they are sent. */
export function previewHref(id: string, verb: 'ask' | 'write' | 'answer'): string {
  return `${verbHref(id, verb)}/periksa`
}

/** Where an answer is kept unsent. */
export function draftHref(id: string): string {
  return `${verbHref(id, 'answer')}/simpan`
}

/** Where a colleague is chosen who is called to a note. */
export function mentionHref(id: string): string {
  return `${verbHref(id, 'note')}/rekan`
}

/** Where a template is put into the form of an answer. */
export function templateHref(id: string): string {
  return `${verbHref(id, 'answer')}/templat`
}

/** Where others are asked to check an answer before it is sent. */
export function askCheckHref(id: string): string {
  return `${verbHref(id, 'answer')}/penelaahan`
}

/** Where a colleague's drafted answer is looked at and approved, or sent back. */
export function checkHref(id: string): string {
  return `${ticketHref(id)}/penelaahan`
}

export function fileHref(id: string, fileId: string): string {
  return `/petugas/laporan/${id}/berkas/${fileId}`
}

/** Served by the capability of causes: what lies behind a report, and what is changed. */
export function causeHref(id: string): string {
  return `/petugas/laporan/${id}/sebab`
}

/** Served by the capability of other bodies: how a hand-over stands. */
export function hopHref(id: string): string {
  return `/petugas/laporan/${id}/penerusan`
}

/** Served by the capability of contributions: asking another unit for its part. */
export function contributionHref(id: string): string {
  return `/petugas/laporan/${id}/permintaan`
}

/** Served by the capability of contributions: taking a request back. */
export function withdrawHref(id: string, requestId: string): string {
  return `${contributionHref(id)}/${requestId}/tarik`
}

/** Served by the capability of links for other bodies: sharing a part of it. */
export function shareHref(id: string): string {
  return `/petugas/laporan/${id}/bagikan`
}

/** Served by the capability of links for other bodies: closing one. */
export function revokeHref(id: string, linkId: string): string {
  return `${shareHref(id)}/${linkId}/cabut`
}

/** Served by the capability of checklists: what was looked at. */
export function checklistHref(id: string): string {
  return `/petugas/laporan/${id}/daftar-periksa`
}

/** Served by the capability of the second look: who takes it. */
export function reviewHref(id: string): string {
  return `/petugas/laporan/${id}/peninjauan`
}

/** Served by the capability that sends mails: which were sent about this ticket, and whether they arrived. */
export function mailsHref(id: string): string {
  return `/petugas/laporan/${id}/surel`
}

/** Served by the capability of the shield: who is complained of, and from whom the ticket is kept. */
export function shieldHref(id: string): string {
  return `/petugas/laporan/${id}/terlapor`
}

/** Served by the capability of assignment: everything that one officer has, handed over with one button. */
export function handOverHref(officerId: string): string {
  return `/petugas/beban/${officerId}/serah-terima`
}

/** Served by the capability of mass events: one of them, and which one this ticket belongs to. */
export function massEventHref(id: string): string {
  return `/petugas/kejadian/${id}`
}

export function ticketMassEventHref(id: string): string {
  return `/petugas/laporan/${id}/kejadian`
}

/** Where the identity of somebody anonymous is asked for and decided on, and where it is shown while it is open. */
export function identityRequestHref(id: string): string {
  return `${identityHref(id)}/permintaan`
}

export function identityHref(id: string): string {
  return `/petugas/laporan/${id}/identitas`
}
