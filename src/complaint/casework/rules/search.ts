import { looksLikeEmail } from '../../../access/confidentiality/rules.ts'
import { parseNumber } from '../../record/rules.ts'

/** What was typed into the search box: a whole number, a part of one, whom to reach the complainant by, or words. */
export type Sought =
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'part'; readonly part: string }
  | { readonly kind: 'email' | 'phone'; readonly contact: string }
  | { readonly kind: 'words'; readonly words: string }

/** Fewer symbols would find half the register. */
export const shortestPart = 4

/** Digits with the marks people put between them, and perhaps the check character at the end. */
const partShape = /^[\d\s.\-–/]+[A-Za-z]?$/

/** As phone numbers begin here or abroad, and longer than any part of a ticket number that begins so. */
const phoneShape = /^(\+|\(?0|62(?=.{8})|8(?=.{9}))[\d\s().\-–/]{8,24}$/

/** Null when nothing was typed. Letters alone are words, since a number is mostly digits. */
export function readSought(typed: string): Sought | null {
  const text = typed.trim()
  if (text === '') return null
  const whole = parseNumber(text)
  if (whole.ok) return { kind: 'number', number: whole.value }
  if (looksLikeEmail(text)) return { kind: 'email', contact: text }
  if (phoneShape.test(text)) return { kind: 'phone', contact: text }
  const symbols = text.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  if (partShape.test(text) && symbols.length >= shortestPart && symbols.length <= 11) return { kind: 'part', part: symbols }
  return { kind: 'words', words: text }
}
