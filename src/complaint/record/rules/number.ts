import { err, ok, type Result } from '../../../platform/result.ts'
import { checkCharacter, endsWithItsCheck } from './check-character.ts'
import { readTypedSymbols } from './typed-symbols.ts'

/** How many different numbers a year has: eight random digits, so that a number tells nothing about how many came before. */
export const numbersPerYear = 100_000_000

/** A ticket number in its one written form: `26-4839-2075-C`. */
const canonicalShape = /^(\d{2})(\d{4})(\d{4})([0-9A-HJKMNP-TV-Z])$/

/**
 * The number of a ticket of `year` (four digits, local to the office) from a random whole number below `numbersPerYear`.
 * Any other `random` gives a text that `parseNumber` refuses.
 */
export function composeNumber(year: number, random: number): string {
  const digits = String(year % 100).padStart(2, '0') + String(random).padStart(8, '0')
  return digits.replace(/^(..)(....)(....)$/, '$1-$2-$3-') + checkCharacter(digits)
}

/**
 * The written form of what somebody typed as a ticket number. `number_mistyped`: it has the shape, but a character is
 * wrong or two are swapped, which is worth telling before any look-up. `number_malformed`: it is something else.
 */
export function parseNumber(text: string): Result<string, 'number_malformed' | 'number_mistyped'> {
  const symbols = readTypedSymbols(text)
  if (!canonicalShape.test(symbols)) return err('number_malformed')
  if (!endsWithItsCheck(symbols)) return err('number_mistyped')
  return ok(symbols.replace(canonicalShape, '$1-$2-$3-$4'))
}
