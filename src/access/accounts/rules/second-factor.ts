export const codeDigits = 6
export const codeSeconds = 30

/** Digits as people copy them: `123 456`. Null when it cannot be a code. */
export function readCode(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}
