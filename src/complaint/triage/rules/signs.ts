import type { Severity, SeverityReason } from '../../record/events.ts'
import { severities, severityReasons } from '../../record/events.ts'
import list from '../data/phrases.json' with { type: 'json' }

/** A sign that a matter is urgent, with the very words of the complainant in which it was found. */
type Sign = { readonly reason: SeverityReason; readonly words: string }

/** What an officer is proposed; they decide. */
export type Suggestion = { readonly severity: Severity; readonly signs: readonly Sign[] }

/** How grave each reason is on its own. */
export const gravity: Readonly<Record<SeverityReason, Severity>> = {
  violence: 'very_high',
  self_harm: 'very_high',
  trafficking: 'very_high',
  detained_child: 'very_high',
  deportation_soon: 'very_high',
  medical_emergency: 'very_high',
  threat: 'high',
  vulnerable_person: 'high',
  travel_soon: 'high',
  many_affected: 'high',
  money_at_stake: 'normal',
}

/** Words between two parts of a sign. */
const farthest = 6

type Part = { readonly fits: (word: string) => boolean; readonly far: boolean }

function readPart(text: string, far: boolean): Part {
  const whole = new Set<string>()
  const beginnings: string[] = []
  for (const each of text.split('|')) {
    if (each.endsWith('*')) beginnings.push(each.slice(0, -1))
    else whole.add(each)
  }
  return { fits: (word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning)), far }
}

function readParts(words: readonly string[]): readonly Part[] {
  return words.flatMap((word, place) => (word === '..' ? [] : [readPart(word, words[place - 1] === '..')]))
}

const signs = list.signs.flatMap(({ reason, words }) =>
  severityReasons.filter((each) => each === reason).map((each) => ({ reason: each, parts: readParts(words) })),
)

type Token = { readonly plain: string; readonly at: number; readonly end: number; readonly sentence: number }

/** Words as they are compared: small, without accents, with the sentence they stand in. */
function readWords(text: string): readonly Token[] {
  const tokens: Token[] = []
  let sentence = 0
  for (const found of text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[.!?;\n]/gu)) {
    const [word] = found
    if (/^[.!?;\n]$/u.test(word)) sentence += 1
    else {
      const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’-]/gu, '').toLowerCase()
      tokens.push({ plain, at: found.index, end: found.index + word.length, sentence })
    }
  }
  return tokens
}

/** Said not to have happened, in the word right before. */
const denials: ReadonlySet<string> = new Set(['tidak', 'tak', 'bukan', 'tanpa', 'no', 'not', 'never', 'without', 'nggak', 'gak'])

/** The place of the last word of a sign that begins at `start`; null where it does not stand there. A sign does not reach into the next sentence. */
function findEnd(tokens: readonly Token[], start: number, parts: readonly Part[]): number | null {
  let place = start
  for (const part of parts.slice(1)) {
    const reach = part.far ? farthest + 1 : 1
    const next = tokens
      .slice(place + 1, place + 1 + reach)
      .findIndex(({ plain, sentence }) => part.fits(plain) && sentence === tokens[start]?.sentence)
    if (next < 0) return null
    place += next + 1
  }
  return place
}

function findSign(text: string, tokens: readonly Token[], parts: readonly Part[]): string | null {
  for (const [start, token] of tokens.entries()) {
    if (parts[0]?.fits(token.plain) !== true || denials.has(tokens[start - 1]?.plain ?? '')) continue
    const end = findEnd(tokens, start, parts)
    if (end !== null) return text.slice(token.at, tokens[end]?.end)
  }
  return null
}

/** Each reason once, with the first words that speak for it. */
export function findSigns(text: string): readonly Sign[] {
  const tokens = readWords(text)
  return severityReasons.flatMap((reason) => {
    for (const sign of signs) {
      if (sign.reason !== reason) continue
      const words = findSign(text, tokens, sign.parts)
      if (words !== null) return [{ reason, words }]
    }
    return []
  })
}

/** The gravest of these; `normal` where there are none. */
export function gradeReasons(reasons: readonly SeverityReason[]): Severity {
  const places = reasons.map((reason) => severities.indexOf(gravity[reason]))
  return severities[Math.min(...places, severities.indexOf('normal'))] ?? 'normal'
}

/** What the words of a report speak for (domain rule 44). It proposes and changes nothing: an officer decides (domain rule 35). */
export function suggestSeverity(text: string): Suggestion {
  const found = findSigns(text)
  return { severity: gradeReasons(found.map(({ reason }) => reason)), signs: found }
}

/** Raising a matter above the others needs a reason from the list; so does the record of it. */
export function findGradeProblem(severity: Severity, reasons: readonly SeverityReason[]): 'reasons_missing' | null {
  return (severity === 'very_high' || severity === 'high') && reasons.length === 0 ? 'reasons_missing' : null
}
