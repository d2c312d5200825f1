import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeZip } from './zip.ts'

test('a ZIP file is read by others: names, bytes and sums', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tanggap-zip-'))
  const path = join(folder, 'a.zip')
  const bytes = Buffer.from(Array.from({ length: 3000 }, (_, place) => place % 251))
  writeFileSync(
    path,
    writeZip(
      [
        { name: 'laporan.json', bytes: Buffer.from('{}') },
        { name: 'berkas/01 bükti.bin', bytes },
      ],
      new Date('2026-11-24T03:00:00Z'),
    ),
  )
  const script = `import sys, zipfile
z = zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
print([i.filename for i in z.infolist()], [i.date_time[:4] for i in z.infolist()], sum(z.read(z.namelist()[1])))`
  const said = execFileSync('python3', ['-c', script, path], {
    encoding: 'utf8',
    env: { PYTHONIOENCODING: 'utf8', PATH: process.env['PATH'] },
  })
  rmSync(folder, { recursive: true })
  const sum = bytes.reduce((total, byte) => total + byte, 0)
  expect(said.trim()).toBe(`['laporan.json', 'berkas/01 bükti.bin'] [(2026, 11, 24, 3), (2026, 11, 24, 3)] ${sum}`)
})
