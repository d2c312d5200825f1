import type { Step } from './rules.ts'

/** Addresses of the form's screens. */
export const stepUrls: Readonly<Record<Step, string>> = {
  kind: '/lapor',
  topic: '/lapor/topik',
  reason: '/lapor/hal',
  signpost: '/lapor/petunjuk',
  office: '/lapor/kantor',
  story: '/lapor/cerita',
  time: '/lapor/waktu',
  subject: '/lapor/untuk-siapa',
  privacy: '/lapor/kerahasiaan',
  contact: '/lapor/kontak',
  files: '/lapor/berkas',
  check: '/lapor/periksa',
}

export const sendUrl = '/lapor/kirim'
export const discardUrl = '/lapor/hapus'
export const receiptUrl = '/lapor/tanda-terima'
export const receiptTextUrl = '/lapor/tanda-terima.txt'
