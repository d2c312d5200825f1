import common from '../data/common-passwords.json' with { type: 'json' }

export const passwordLength = { officer: 12, administrator: 15, most: 1000 } as const
/** A new password must differ from this many before it (acceptance P2). */
export const rememberedPasswords = 5

export type PasswordProblem = 'too_short' | 'too_short_administrator' | 'too_long' | 'holds_name' | 'holds_email' | 'holds_site' | 'common'

/** Whose password it is to be; `siteHost` is the host name that people type to come here. */
export type PasswordOwner = { readonly name: string; readonly email: string; readonly siteHost: string; readonly administrator: boolean }

const shortestPart = 4
const words: readonly string[] = [...common.words].sort((a, b) => b.length - a.length)
const keyRows = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qazwsxedcrfvtgbyhnujmikolp']
const runs: readonly string[] = keyRows.flatMap((row) => [row, [...row].reverse().join('')])
const lookalikes: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '8': 'b',
}

function unmask(text: string): string {
  return [...text].map((sign) => lookalikes[sign] ?? sign).join('')
}

/** Drops stretches of four and more that lie side by side on the keyboard or in the alphabet. */
function dropRuns(letters: string): string {
  let rest = letters
  for (const run of runs) {
    for (let length = run.length; length >= shortestPart; length -= 1) {
      for (let start = 0; start + length <= run.length; start += 1) rest = rest.replaceAll(run.slice(start, start + length), ' ')
    }
  }
  return rest
}

function countOwnLetters(text: string): number {
  let rest = dropRuns(text.replace(/\P{L}/gu, ' '))
  for (const word of words) rest = rest.replaceAll(word, ' ')
  return rest.replace(/\P{L}/gu, '').length
}

function isRepetition(text: string): boolean {
  const unit = `${text}${text}`.indexOf(text, 1)
  return unit < text.length && unit < 8
}

/** Little more than well-known words, keyboard runs, digits and signs, or the same few signs over and over. */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase()
  if (new Set(text).size < 5 || isRepetition(text)) return true
  return countOwnLetters(text) < shortestPart || countOwnLetters(unmask(text)) < shortestPart
}

function partsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part.length >= shortestPart)
}

function holdsAny(password: string, parts: readonly string[]): boolean {
  const text = password.toLowerCase()
  return parts.some((part) => text.includes(part) || unmask(text).includes(part))
}

function isAddress(host: string): boolean {
  return /^[\d.:[\]]+$/.test(host)
}

function findLengthProblem(length: number, administrator: boolean): PasswordProblem | null {
  if (length > passwordLength.most) return 'too_long'
  if (length < passwordLength.officer) return 'too_short'
  return administrator && length < passwordLength.administrator ? 'too_short_administrator' : null
}

function findPersonalProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
  if (holdsAny(password, partsOf(owner.name))) return 'holds_name'
  if (holdsAny(password, [...partsOf(owner.email.split('@')[0] ?? ''), owner.email.toLowerCase()])) return 'holds_email'
  return !isAddress(owner.siteHost) && holdsAny(password, partsOf(owner.siteHost)) ? 'holds_site' : null
}

/** The first thing that is wrong with a password, or null (acceptance P2). Who sets it makes no difference. */
export function findPasswordProblem(password: string, owner: PasswordOwner): PasswordProblem | null {
  return (
    findLengthProblem([...password].length, owner.administrator) ??
    findPersonalProblem(password, owner) ??
    (isCommonPassword(password) ? 'common' : null)
  )
}
