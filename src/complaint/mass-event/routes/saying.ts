import { spokenLanguages } from '../../../access/accounts/rules.ts'
import type { Frame } from '../../../platform/html.ts'

/** A language by its name in that of the page; by its code where nobody gave it one. */
export function sayLanguage({ words }: Frame, language: string): string {
  const key = `mass-event.language.${language}`
  return words.has(key) ? words.t(key) : language
}

/** Languages in which a text can be begun, besides those that are there. */
export function offerLanguages(frame: Frame, present: readonly string[]): readonly { readonly value: string; readonly label: string }[] {
  return spokenLanguages.filter((one) => !present.includes(one)).map((one) => ({ value: one, label: sayLanguage(frame, one) }))
}
