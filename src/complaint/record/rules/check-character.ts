/** Crockford's base 32: no I, L, O or U, so that no two symbols look or sound alike. A symbol's value is its place. */
export const crockfordAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The field polynomial x^5 + x^2 + 1 is primitive: the powers of g = x run through all 31 non-zero elements. */
const fieldPolynomial = 0b100101
const fieldSize = 32

function multiplyByGenerator(element: number): number {
  const shifted = element << 1
  return shifted & fieldSize ? shifted ^ fieldPolynomial : shifted
}

/**
 * The check symbol of symbols a_0 a_1 ... a_n-1: the sum of a_i * g^(i+1) in GF(2^5).
 *
 * Every position has its own weight and the check symbol weighs g^0, so (up to 30 symbols) any one wrong symbol and any
 * two exchanged symbols change the sum: a plain sum modulo 32 or 37 misses some of these or needs symbols outside the alphabet.
 * Text with a symbol outside the alphabet has none: the answer is empty.
 */
export function checkCharacter(symbols: string): string {
  let sum = 0
  // Horner's scheme from the far end gives a_0 the weight g and the last symbol g^n without a table of powers.
  for (let place = symbols.length - 1; place >= 0; place -= 1) {
    const value = crockfordAlphabet.indexOf(symbols.charAt(place))
    if (value < 0) return ''
    sum = multiplyByGenerator(sum ^ value)
  }
  return crockfordAlphabet.charAt(sum)
}

/** Whether the last symbol is the check symbol of those before it. */
export function endsWithItsCheck(symbols: string): boolean {
  return symbols.length > 1 && checkCharacter(symbols.slice(0, -1)) === symbols.slice(-1)
}
