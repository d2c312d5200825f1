import en from '../locales/en.json' with { type: 'json' }
import id from '../locales/id.json' with { type: 'json' }
import type { Letter, LetterLanguage, LetterText } from './letters.ts'

const messages: Readonly<Record<LetterLanguage, Readonly<Record<string, string>>>> = { id, en }

/**
 * The text a letter has until an administrator writes another: taken from the catalogue as it is written there, because
 * its placeholders are the ones that administrators see.
 */
export function defaultText(letter: Letter, language: LetterLanguage): LetterText {
  const of = messages[language]
  return { subject: of[`notification.letter.${letter}.subject`] ?? '', body: of[`notification.letter.${letter}.body`] ?? '' }
}
