import type { Capability } from '../platform/capability.ts'
import { createWords, type Locale, locales, type Words } from '../platform/i18n.ts'
import uiEn from '../ui/locales/en.json' with { type: 'json' }
import uiId from '../ui/locales/id.json' with { type: 'json' }

/** Merges the words of every capability, one catalogue a language, compiled once. */
export function createCatalogue(capabilities: readonly Capability[]): (locale: Locale) => Words {
  const ui = { id: uiId, en: uiEn }
  const words = new Map<Locale, Words>(
    locales.map((locale) => [
      locale,
      createWords(locale, Object.assign({}, ui[locale], ...capabilities.map((capability) => capability.locales[locale]))),
    ]),
  )
  return (locale) => {
    const found = words.get(locale)
    if (!found) throw new Error(`no catalogue for '${locale}'`)
    return found
  }
}
