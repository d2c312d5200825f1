import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Whoever went around would leave a clock standing that ought to run.
test('C8: tickets are changed only together with their clocks', async () => {
  const root = join(import.meta.dirname, '../..')
  const files = (await readdir(root, { recursive: true })).filter((name) => /\.tsx?$/.test(name) && !/\.test\.ts$/.test(name))
  const callers: string[] = []
  for (const name of files) if (/\bchangeTicket\b/.test(await readFile(join(root, name), 'utf8'))) callers.push(name)
  expect(callers.sort()).toEqual(['complaint/deadlines/actions/change.ts', 'complaint/record/actions.ts', 'complaint/record/index.ts'])
})
