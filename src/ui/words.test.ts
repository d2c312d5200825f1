import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import en from './locales/en.json' with { type: 'json' }
import id from './locales/id.json' with { type: 'json' }

async function readSources(): Promise<string> {
  const texts: string[] = []
  for await (const file of glob('**/*.{ts,tsx}', { cwd: import.meta.dirname }))
    if (!file.includes('.test.')) texts.push(readFileSync(join(import.meta.dirname, file), 'utf8'))
  return texts.join('\n')
}

it('has every word in both languages', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort())
})

it('has every word that a component asks for by its whole name', async () => {
  const source = await readSources()
  const asked = [...source.matchAll(/['"](ui\.[a-z][\w.-]*)['"]/g)].map((match) => match[1] ?? '')
  expect(asked.length).toBeGreaterThan(40)
  expect(asked.filter((key) => !(key in id))).toEqual([])
})

it('has no word that no component asks for', async () => {
  const source = await readSources()
  const stems = [...source.matchAll(/[`'"](ui\.[\w.-]*)/g)].map((match) => match[1] ?? '')
  const unused = Object.keys(id).filter((key) => !stems.some((stem) => key === stem || (stem.endsWith('.') && key.startsWith(stem))))
  expect(unused).toEqual([])
})
