import { expect, test } from 'vitest'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }
import { letterLanguages, letters, mailStates, placeholders, problemKinds } from './rules.ts'

test('C6: every letter, state, problem and placeholder has its words in both languages, and no word is in one alone', () => {
  const needed = [
    ...letters.flatMap((letter) => [`name.${letter}`, `when.${letter}`]),
    ...letterLanguages.map((language) => `language.${language}`),
    ...mailStates.map((state) => `state.${state}`),
    ...problemKinds.map((kind) => `problem.${kind}`),
    ...Object.values(placeholders).flatMap((known) => known.map(({ name }) => `placeholder.${name}`)),
    ...['solved', 'no_reply', 'officer', 'not_solved'].map((reason) => `closed.${reason}`),
  ]
  for (const words of [id, en]) expect(Object.keys(words)).toEqual(expect.arrayContaining(needed.map((key) => `notification.${key}`)))
  expect(Object.keys(id).sort()).toEqual(Object.keys(en).sort())
})
