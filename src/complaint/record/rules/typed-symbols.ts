/** Zeros of the digit rows people here type: Arabic, Persian and Urdu, Bengali, Burmese. Full-width ones are folded by NFKC. */
const foreignZeros = ['\u0660', '\u06f0', '\u09e6', '\u1040'].map((zero) => zero.charCodeAt(0))
const foreignDigits = /[\u0660-\u0669\u06f0-\u06f9\u09e6-\u09ef\u1040-\u1049]/g
/** Spaces, every kind of dash, and the invisible marks that chat programs and right-to-left keyboards slip in. */
const separators = /[\s\p{Z}\p{Pd}\p{Cf}\u2212_.]/gu
/** Longer text is no number and no code; it is not worth folding. */
const longestTyped = 200

function toAsciiDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  const zero = foreignZeros.find((start) => code >= start && code <= start + 9)
  return zero === undefined ? digit : String(code - zero)
}

/**
 * Text as a person typed, dictated or pasted it, in the symbols of the check alphabet: upper case, look-alikes resolved
 * (I, L -> 1; O -> 0), separators dropped. What cannot be read stays in, so that the caller's shape test refuses it.
 */
export function readTypedSymbols(text: string): string {
  if (text.length > longestTyped) return ''
  return text
    .normalize('NFKC')
    .replace(foreignDigits, toAsciiDigit)
    .replace(separators, '')
    .toUpperCase()
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0')
}
