/** Addresses of the letters' pages in the console. */
export const paths = {
  texts: '/petugas/admin/surat',
  text: '/petugas/admin/surat/:letter/:language',
  textPreview: '/petugas/admin/surat/:letter/:language/contoh',
  textReset: '/petugas/admin/surat/:letter/:language/bawaan',
  outbox: '/petugas/admin/kotak-keluar',
  outboxMail: '/petugas/admin/kotak-keluar/:mailId',
  deliveries: '/petugas/laporan/:id/surel',
} as const

export function textHref(letter: string, language: string): string {
  return `${paths.texts}/${letter}/${language}`
}

export function textPreviewHref(letter: string, language: string): string {
  return `${textHref(letter, language)}/contoh`
}

export function textResetHref(letter: string, language: string): string {
  return `${textHref(letter, language)}/bawaan`
}

export function outboxMailHref(mailId: string): string {
  return `${paths.outbox}/${mailId}`
}

/** The page that begins behind this mail. */
export function outboxPageHref(after: { readonly at: Date; readonly id: string }): string {
  return `${paths.outbox}?dari=${encodeURIComponent(`${after.at.toISOString()}_${after.id}`)}`
}
