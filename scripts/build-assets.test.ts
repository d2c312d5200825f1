import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildAssets } from './build-assets.ts'

let target = ''
let manifest: Readonly<Record<string, string>> = {}

async function readAsset(name: string, ending = ''): Promise<Buffer> {
  return readFile(join(target, `${manifest[name] ?? name}${ending}`))
}

beforeAll(async () => {
  target = await mkdtemp(join(tmpdir(), 'tanggap-assets-'))
  await buildAssets({ target })
  manifest = JSON.parse(await readFile(join(target, 'manifest.json'), 'utf8')) as Record<string, string>
}, 60_000)

afterAll(async () => {
  await rm(target, { recursive: true, force: true })
})

describe('the built assets', () => {
  it('are listed under their plain names and named by their content', async () => {
    expect(Object.keys(manifest).sort()).toEqual(['citizen.css', 'citizen.js', 'console.css', 'console.js', 'favicon.svg', 'heading.woff2'])
    for (const [name, file] of Object.entries(manifest)) {
      const [stem, ending] = name.split('.')
      expect(file).toMatch(new RegExp(`^${String(stem)}-[0-9a-f]{10}\\.${String(ending)}$`))
      expect(await readdir(target)).toContain(file)
    }
  })

  it('lie beside compressed copies of the same content', async () => {
    expect(gunzipSync(await readAsset('citizen.css', '.gz')).equals(await readAsset('citizen.css'))).toBe(true)
    expect((await readAsset('console.js', '.br')).length).toBeLessThan((await readAsset('console.js')).length / 2)
  })

  it('leave room for the page itself: the public’s part stays small on a slow line', async () => {
    const sizes = {
      style: (await readAsset('citizen.css', '.br')).length,
      script: (await readAsset('citizen.js', '.gz')).length,
      font: (await readAsset('heading.woff2')).length,
    }
    expect(sizes.style).toBeLessThanOrEqual(10_240)
    expect(sizes.script).toBeLessThan(3 * 1024)
    expect(sizes.font).toBeLessThanOrEqual(14 * 1024)
  })

  it('keep the console’s rules out of the public’s style sheet', async () => {
    const rules = ['.topbar', '.tickets', '.side-links', '.btn-primary', '.field-problem', '.message-note']
    const listHeld = async (name: string): Promise<readonly string[]> => {
      const css = (await readAsset(name)).toString()
      return rules.filter((rule) => css.includes(rule))
    }
    expect(await listHeld('citizen.css')).toEqual(rules.slice(3))
    expect(await listHeld('console.css')).toEqual(rules)
  })

  it('find their font under its hashed name, and fetch nothing from elsewhere', async () => {
    const css = (await readAsset('citizen.css')).toString()
    const addresses = [...css.matchAll(/url\(["']?([^"')]+)/g)].map((match) => match[1])
    expect(addresses).toEqual([manifest['heading.woff2']])
    expect(css.includes('font-display:swap')).toBe(true)
  })

  it('follow the reader’s choice of light or dark', async () => {
    expect(/@media \(prefers-color-scheme:\s?dark\)/.test((await readAsset('citizen.css')).toString())).toBe(true)
  })

  it('give the browser nothing that makes HTML out of text', async () => {
    const script = (await readAsset('citizen.js')).toString()
    expect(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'document.write', 'eval('].filter((sink) => script.includes(sink))).toEqual([])
  })
})
