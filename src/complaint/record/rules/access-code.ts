import { err, ok, type Result } from '../../../platform/result.ts'
import { checkCharacter, crockfordAlphabet, endsWithItsCheck } from './check-character.ts'
import { readTypedSymbols } from './typed-symbols.ts'

/** Random symbols in a code. Five bits each make 95 bits, over the 80 that P5 asks for. */
export const accessCodeSymbols = 19

const canonicalShape = /^[0-9A-HJKMNP-TV-Z]{20}$/

function group(symbols: string): string {
  return symbols.replace(/.{4}(?=.)/g, '$&-')
}

/**
 * The secret code of a ticket, `7K3M-0QZ4-...` in five groups of four, from at least 19 bytes of a cryptographic source.
 * Fewer bytes give a shorter text that `parseAccessCode` refuses, never a code of full length with less secret in it.
 */
export function composeAccessCode(random: Uint8Array): string {
  const symbols = Array.from(random.subarray(0, accessCodeSymbols), (byte) => crockfordAlphabet.charAt(byte & 31)).join('')
  return group(symbols + checkCharacter(symbols))
}

/** The written form of what somebody typed as an access code. `code_mistyped` never says which character: it is a secret. */
export function parseAccessCode(text: string): Result<string, 'code_malformed' | 'code_mistyped'> {
  const symbols = readTypedSymbols(text)
  if (!canonicalShape.test(symbols)) return err('code_malformed')
  if (!endsWithItsCheck(symbols)) return err('code_mistyped')
  return ok(group(symbols))
}
