import { describe, expect, it } from 'vitest'
import { defang } from '../rules.ts'

describe('H6: web addresses in a person’s words', () => {
  it.each([
    ['https://bayar.example.com/a?b=c.d', 'hxxps://bayar[.]example[.]com/a?b=c.d'],
    ['HTTP://Demo.Example', 'hxxp://Demo[.]Example'],
    ['ftp://demo.example/x', 'fxp://demo[.]example/x'],
    ['lihat www.imigrasi.go.id ya', 'lihat www[.]imigrasi[.]go[.]id ya'],
    ['buka demo.xyz.', 'buka demo[.]xyz.'],
    ['buka demo.museum/masuk', 'buka demo[.]museum/masuk'],
    ['(https://demo.example)', '(hxxps://demo[.]example)'],
  ])('%s → %s', (before, after) => {
    expect(defang(before)).toBe(after)
  })

  it('leaves ordinary words alone', () => {
    const words = 'Selesai.Terima kasih dll. Pukul 14.05, Rp1.500.000, pasal 3.2, Rp500.000/bulan, dan/atau.begitu, demo@kantor.example.com'
    expect(defang(words)).toBe(words)
  })

  it('is not slow on long hostile words', () => {
    const begun = performance.now()
    defang(`${'a.'.repeat(20_000)}!`)
    defang(`${'www.'.repeat(20_000)}`)
    defang(`${'a-'.repeat(20_000)}`)
    defang(`${'.'.repeat(40_000)}a`)
    expect(performance.now() - begun).toBeLessThan(500)
  })
})
