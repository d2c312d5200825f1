import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createKeyring, equal, hashToken, loadOrCreateMasterSecret, openWith, randomToken, SealError, sealWith } from './crypto.ts'

const secret = Buffer.alloc(32, 1)
const ring = createKeyring(secret)

function problemOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof SealError) return error.problem
    throw error
  }
  return 'opened'
}

describe('keyring', () => {
  it('refuses a master secret of fewer than 32 bytes', () => {
    expect(() => createKeyring(Buffer.alloc(31))).toThrow('32 bytes')
    expect(() => createKeyring(secret, [Buffer.alloc(31)])).toThrow('32 bytes')
  })

  it('derives stable, separate keys for each purpose', () => {
    // A fixed value: changing the derivation would orphan every stored hash and sealed value.
    expect(ring.hmac('phone', '+62800').toString('hex')).toBe('35b555dd6c4bb9eb06dc2d3d60219f2c25835f5f5abc028ac6f72c9b5d86a819')
    expect(ring.hmac('phone', '+62800')).toEqual(createKeyring(Buffer.alloc(32, 1)).hmac('phone', '+62800'))
    expect(ring.hmac('email', '+62800')).not.toEqual(ring.hmac('phone', '+62800'))
    expect(createKeyring(Buffer.alloc(32, 2)).hmac('phone', '+62800')).not.toEqual(ring.hmac('phone', '+62800'))
  })

  it('opens a value sealed by an earlier release', () => {
    const stored = Buffer.from('AdfLcpAquSOA1C2RdLZuRXgLsyczFWYtLtugiCJw54rIzgdXeaiu3yJV', 'base64')
    expect(ring.open('identity', stored, 'row 7').toString()).toBe('Demo Siti')
  })

  it('opens what it sealed, whatever it is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), fc.string(), (bytes, purpose, associated) => {
        const sealed = ring.seal(purpose, Buffer.from(bytes), associated)
        return ring.open(purpose, sealed, associated).equals(bytes)
      }),
      { numRuns: 60 },
    )
  })

  it('seals the same text differently each time and shows nothing of it', () => {
    const one = ring.seal('identity', 'Demo Siti', 'row 7')
    expect(ring.seal('identity', 'Demo Siti', 'row 7')).not.toEqual(one)
    expect(one.includes('Demo')).toBe(false)
    expect(one[0]).toBe(1)
  })

  it('does not open for another purpose, another place or another master secret', () => {
    const sealed = ring.seal('identity', 'Demo Siti', 'row 7')
    expect(problemOf(() => ring.open('identity', sealed, 'row 8'))).toBe('seal_broken')
    expect(problemOf(() => ring.open('contact', sealed, 'row 7'))).toBe('seal_unknown_key')
    expect(problemOf(() => createKeyring(Buffer.alloc(32, 2)).open('identity', sealed, 'row 7'))).toBe('seal_unknown_key')
  })

  it('notices a change of any single byte', () => {
    const sealed = ring.seal('identity', 'Demo Siti', 'row 7')
    for (let at = 0; at < sealed.length; at++) {
      const touched = Buffer.from(sealed)
      touched.writeUInt8(touched.readUInt8(at) ^ 1, at)
      expect(
        problemOf(() => ring.open('identity', touched, 'row 7')),
        `byte ${at}`,
      ).not.toBe('opened')
    }
    expect(problemOf(() => ring.open('identity', sealed.subarray(0, 32), 'row 7'))).toBe('seal_malformed')
    expect(problemOf(() => ring.open('identity', sealed.subarray(0, -1), 'row 7'))).toBe('seal_broken')
  })

  it('still opens after the master secret was changed, and seals with the new one', () => {
    const old = ring.seal('identity', 'Demo Siti', 'row 7')
    const next = createKeyring(Buffer.alloc(32, 9), [secret])
    expect(next.open('identity', old, 'row 7').toString()).toBe('Demo Siti')
    const fresh = next.seal('identity', 'Demo Siti', 'row 7')
    expect(problemOf(() => ring.open('identity', fresh, 'row 7'))).toBe('seal_unknown_key')
  })

  it('seals under a key of one ticket', () => {
    const key = Buffer.alloc(32, 5)
    const sealed = sealWith(key, 'isi laporan', 'ticket 1')
    expect(openWith(key, sealed, 'ticket 1').toString()).toBe('isi laporan')
    expect(problemOf(() => openWith(Buffer.alloc(32, 6), sealed, 'ticket 1'))).toBe('seal_unknown_key')
  })
})

describe('tokens', () => {
  it('are random, long enough and safe in an address', () => {
    const tokens = new Set(Array.from({ length: 500 }, () => randomToken(16)))
    expect(tokens.size).toBe(500)
    for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/)
  })

  it('are kept as SHA-256 and compared in equal time', () => {
    expect(hashToken('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
    expect(equal('abc', 'abc')).toBe(true)
    expect(equal('abc', Buffer.from('abc'))).toBe(true)
    expect(equal('abc', 'abd')).toBe(false)
    expect(equal('abc', 'abcd')).toBe(false)
    expect(equal('', 'a')).toBe(false)
  })
})

describe('master secret', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tanggap-secret-'))
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is made once, private, and read back', async () => {
    const path = join(folder, 'var', 'master.secret')
    const made = await loadOrCreateMasterSecret(path)
    expect(made).toHaveLength(32)
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await loadOrCreateMasterSecret(path)).toEqual(made)
  })

  it('is the same for processes that start at once, and leaves no other file', async () => {
    const path = join(folder, 'master.secret')
    const all = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateMasterSecret(path)))
    expect(new Set(all.map((each) => each.toString('hex'))).size).toBe(1)
    expect(await readdir(folder)).toEqual(['master.secret'])
  })

  it('may come from another tool, but a damaged one is never replaced', async () => {
    const path = join(folder, 'master.secret')
    await writeFile(path, `${Buffer.alloc(32, 255).toString('base64')}\n`)
    expect(await loadOrCreateMasterSecret(path)).toEqual(Buffer.alloc(32, 255))
    for (const damaged of ['', 'c2hvcnQ=', `${'a'.repeat(60)} !`]) {
      await writeFile(path, damaged)
      await expect(loadOrCreateMasterSecret(path)).rejects.toThrow('32 bytes')
      expect(await readFile(path, 'utf8')).toBe(damaged)
    }
  })
})
