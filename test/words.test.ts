import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { roles } from '../src/access/accounts/rules.ts'
import { locales } from '../src/platform/i18n.ts'

const root = join(import.meta.dirname, '..', 'src')
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name))
const folders = [
  ...new Set(files.filter((file) => /\/locales\/[a-z]+\.json$/.test(file)).map((file) => file.replace(/\/[a-z]+\.json$/, ''))),
]

function readCatalogue(folder: string, locale: string): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, `${locale}.json`), 'utf8')) as Record<string, string>
}

/** Names of ICU placeholders, whatever stands inside plural and select branches. */
function placeholders(message: string): readonly string[] {
  return [...new Set([...message.matchAll(/\{\s*(\w+)\s*(?=[,}])/g)].map((match) => match[1] ?? ''))].sort()
}

test.each(folders.map((folder) => [relative(root, folder), folder]))('C6: %s says the same in every language', (_name, folder) => {
  const first = readCatalogue(folder, locales[0])
  for (const locale of locales.slice(1)) {
    const other = readCatalogue(folder, locale)
    expect(Object.keys(other).sort(), locale).toEqual(Object.keys(first).sort())
    for (const [key, message] of Object.entries(first)) {
      const plain = /,\s*(plural|select)/.test(message + (other[key] ?? ''))
      if (!plain) expect(placeholders(other[key] ?? ''), `${locale} ${key}`).toEqual(placeholders(message))
      expect(other[key]?.trim(), `${locale} ${key}`).not.toBe('')
    }
  }
})

test('C6: every word that a page asks for by name is in the catalogue', () => {
  const known = new Set(folders.flatMap((folder) => Object.keys(readCatalogue(folder, locales[0]))))
  const missing: string[] = []
  for (const file of files.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))) {
    for (const match of readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([a-z][\w.-]*\.[\w.-]+)'/g)) {
      if (!known.has(match[1] ?? '')) missing.push(`${relative(root, file)}: ${match[1]}`)
    }
  }
  expect(missing).toEqual([])
})

/** Other words for the same thing, by language: whoever searches a page, or translates it, must meet one. */
const otherWords: Readonly<Record<string, RegExp>> = { id: /\b(surel|e-mail)\b/i, en: /\bemail\b/i }

test.each(Object.entries(otherWords))('one word for one thing: mail has one name in %s', (locale, other) => {
  const strange = folders.flatMap((folder) =>
    Object.entries(readCatalogue(folder, locale)).flatMap(([key, message]) => (other.test(message) ? [`${key}: ${message}`] : [])),
  )
  expect(strange).toEqual([])
})

test.each(locales)('C6: each role has its own word in %s', (locale) => {
  const words = readCatalogue(join(root, 'access/accounts/locales'), locale)
  const named = roles.map((role) => words[`accounts.role.${role}`])
  expect(named.every((word) => typeof word === 'string' && word !== '')).toBe(true)
  expect(new Set(named).size).toBe(roles.length)
})

test('keys carry the name of their capability', () => {
  const strange = folders.flatMap((folder) => {
    const owner = folder.split('/').at(-2) ?? ''
    return Object.keys(readCatalogue(folder, locales[0])).filter((key) => !key.startsWith(`${owner}.`))
  })
  expect(strange).toEqual([])
})
