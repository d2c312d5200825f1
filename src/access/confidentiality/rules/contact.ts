/** Zeros of the digit rows people here type beside 0-9: Arabic, Persian, Bengali, Burmese. */
const foreignZeros = [0x0660, 0x06f0, 0x09e6, 0x1040]
const foreignDigits = /[\u0660-\u0669\u06f0-\u06f9\u09e6-\u09ef\u1040-\u1049]/g

function toAsciiDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = foreignZeros.find((start) => code >= start && code <= start + 9)
  return zero === undefined ? digit : String(code - zero)
}

/** One symbol of a bare address: none of those in which a second recipient, a name or a comment could hide. */
const symbol = '[^\\s@<>,;:"()[\\]\\\\\\p{Cc}\\p{Cf}]'

/**
 * The shape of an e-mail address, for schemas (read with the flag `u`). Lenient on purpose: whether an address works shows when it is
 * written to. But whatever has this shape, the mail adapter takes.
 */
export const emailPattern = `^${symbol}{1,64}@${symbol}+\\.(?:(?!\\.)${symbol}){2,}$`
const emailShape = new RegExp(emailPattern, 'u')
/** No mail server takes a longer one. */
const longestEmail = 254

/** Whether a text could be an address. */
export function looksLikeEmail(text: string): boolean {
  return text.length <= longestEmail && emailShape.test(text)
}

/** An address as it is compared: nobody remembers which letters were capitals. Null when there is none. */
export function normalizeEmail(text: string): string | null {
  const email = text.normalize('NFKC').trim().toLowerCase()
  return email === '' ? null : email
}

/**
 * A number as it is compared: digits with the country first, whichever of the usual ways it was written
 * (0812…, +62 812…, 0062…, (0812) 34-56). A number without a country is taken as Indonesian. Null when there are no digits.
 */
export function normalizePhone(text: string): string | null {
  const typed = text.normalize('NFKC').replace(foreignDigits, toAsciiDigit)
  const digits = typed.replace(/\D/g, '')
  if (digits === '') return null
  if (/^\s*\+/.test(typed)) return digits.replace(/^620/, '62')
  if (digits.startsWith('00')) return digits.slice(2)
  if (digits.startsWith('0')) return `62${digits.slice(1)}`
  return digits.startsWith('8') ? `62${digits}` : digits
}
