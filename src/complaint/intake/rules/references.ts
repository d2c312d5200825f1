/**
 * Forms of numbers that are known; any other is taken too. Strict checks drove people away from the UK form and were undone after six
 * days (acceptance C3), so a form that is not known is only mentioned.
 */
const forms: readonly RegExp[] = [
  /^[A-Z]{1,2}\d{6,8}$/, // passport
  /^\d{15}$/, // billing code of the state's fees
  /^\d{10,20}$/, // application
  /^[A-Z]{1,4}\d{6,16}$/, // e-visa, residence permit
  /^\d{2}\d{8}[0-9A-Z]$/, // our own ticket number
]

/** Whether a number looks like one of ours. An empty one is not asked. */
export function isKnownReference(reference: string): boolean {
  const plain = reference
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s./-]/g, '')
  return plain === '' || forms.some((form) => form.test(plain))
}

/** Whether a text holds what looks like an identity number (NIK, 16 digits), which nobody has to give. */
export function holdsIdentityNumber(text: string): boolean {
  return /(?<!\d)\d{16}(?!\d)/.test(text.replace(/(?<=\d)[ .-](?=\d)/g, ''))
}
